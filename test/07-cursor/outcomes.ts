import type { Connection } from 'mysql2/promise'
import {
  answerErrors,
  found,
  holdClock,
  mistake,
  passAMinute,
  patience,
  realDelay,
  releaseClock,
  resetConnection,
  settle,
  watchRepeats,
  type Lab,
  type Server,
} from '#support'

/** What several specs of this lesson ask of an answer. */
export type Outcome<T> = { value: T } | { error: unknown }

/** How a call ended. An untouched stub's error is rethrown. */
export function outcomeOf<T>(call: Promise<T>): Promise<Outcome<T>> {
  return call.then(
    (value) => ({ value }),
    (error: unknown) => {
      if ((error as Error)?.message === 'TODO') throw error
      return { error }
    },
  )
}

/** Does the function let the server's refusal through? Removes the tables and asks again. */
export async function expectErrorPassedOn(server: Server, ask: () => Promise<unknown>) {
  await ask()
  await server.query('DROP TABLE messages, conversations')
  const outcome = await outcomeOf(ask())
  if ('error' in outcome) return
  const seen = outcome.value ?? String(outcome.value)
  throw mistake('swallows-errors', { expected: 'ER_NO_SUCH_TABLE (1146)', seen })
}

/** Fails unless each call throws. @param calls by what the server says to it */
export async function expectEachThrown(calls: Record<string, () => Promise<unknown>>) {
  for (const [expected, call] of Object.entries(calls)) {
    const outcome = await outcomeOf(call())
    if ('value' in outcome)
      throw mistake('swallows-errors', { expected, seen: outcome.value ?? String(outcome.value) })
  }
}

/**
 * Asks for a row that somebody else keeps locked, and a minute passes by the clock of the code that asks: nobody wants it to
 * give up. @returns what it answers once the row is free
 */
export async function askSlowly<T>(
  { chat, connection, server }: Lab,
  ask: (sql: string) => Promise<T>,
): Promise<{ id: number; answer: T }> {
  const { id } = chat.conversations[0]!
  const sql = `SELECT id FROM conversations WHERE id = ${id} FOR UPDATE`
  await using other = await server.session()
  await other.query(`START TRANSACTION; ${sql}`)
  using _ = holdClock({ driver: true })
  const call = outcomeOf(ask(sql))
  const state = { isOver: false }
  const end = () => void (state.isOver = true)
  call.then(end, end)
  // Code that asks over another connection would wait for the lock.
  for (let tries = patience(300); tries > 0 && !state.isOver; tries--) {
    if (await isRunning(server, connection)) break
    await realDelay(2)
  }
  await passAMinute()
  releaseClock()
  await other.commit()
  const outcome = await call
  if ('error' in outcome) throw outcome.error
  return { id, answer: outcome.value }
}

/** Does a function that takes SQL let every refusal through, and the loss of the connection? */
export async function expectSqlErrors(
  lab: Lab,
  run: (connection: Connection, sql: string) => Promise<unknown>,
) {
  const { chat, connect, server } = lab
  const connection = await connect()
  connection.on('error', () => {})
  const { id } = chat.conversations[0]!
  await using other = await server.session()
  await other.beginTransaction()
  await other.query('SELECT id FROM conversations WHERE id = ? FOR UPDATE', [id])
  await expectEachThrown({
    'ER_BAD_FIELD_ERROR (1054)': () => run(connection, 'SELECT no_such FROM conversations'),
    'ER_PARSE_ERROR (1064)': () => run(connection, 'SELECT FROM conversations'),
    'ER_SUBQUERY_NO_1_ROW (1242)': () => run(connection, 'SELECT (SELECT 1 UNION SELECT 2) AS one'),
    'ER_DATA_OUT_OF_RANGE (1690)': () => run(connection, 'SELECT EXP(1000) AS huge'),
    'ER_LOCK_NOWAIT (3572)': () =>
      run(connection, `SELECT id FROM conversations WHERE id = ${id} FOR UPDATE NOWAIT`),
  })
  // Every error reaches the caller, by its number.
  await server.query(
    `CREATE FUNCTION refuse(n INT) RETURNS INT DETERMINISTIC
     BEGIN SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = n, MESSAGE_TEXT = 'refused'; RETURN 1; END;
     CREATE FUNCTION find_none() RETURNS INT DETERMINISTIC
     BEGIN SIGNAL SQLSTATE '02000' SET MYSQL_ERRNO = 1329, MESSAGE_TEXT = 'none'; RETURN 1; END`,
  )
  const repeats = watchRepeats(connection)
  const numbers = new Set([
    1062,
    1142,
    1146,
    1205,
    1213,
    1317,
    1329,
    1406,
    3024,
    ...answerErrors(lab),
  ])
  for (const errno of numbers) {
    // Where nothing was found, the class of the error says so, too.
    const refusal = errno === 1329 ? 'find_none()' : `refuse(${errno})`
    const outcome = await settle(() => {
      repeats.forget()
      return run(connection, `SELECT ${refusal} AS one`)
    })
    if ('value' in outcome)
      throw mistake('swallows-errors', {
        expected: errno,
        seen: outcome.value ?? String(outcome.value),
      })
    const told: unknown[] = []
    for (let error = outcome.error; error instanceof Error; error = error.cause)
      told.push((error as { errno?: unknown }).errno)
    const details = { what: 'error', expected: String(errno), seen: String(outcome.error) }
    if (!told.includes(errno)) throw found('finding.value', details, details)
    repeats.expectNone()
  }
  const cut = await connect()
  cut.on('error', () => {})
  await expectEachThrown({
    'an error: the connection is lost while the statement runs': async () => {
      const call = outcomeOf(run(cut, 'SELECT SLEEP(1) AS slept'))
      await realDelay(20)
      resetConnection(cut)
      const outcome = await call
      if ('error' in outcome) throw outcome.error
      return outcome.value
    },
  })
  await server.kill(connection)
  // The driver notices a moment later.
  await connection.ping().catch(() => {})
  await expectEachThrown({
    'an error: the connection is lost': () => run(connection, 'SELECT 1 AS one'),
  })
}

// --- internal ---

/** Is the server at a statement of this connection? */
async function isRunning(server: Server, { threadId }: Connection): Promise<boolean> {
  const rows = await server.query<{ Id: string; Command: string }>('SHOW PROCESSLIST')
  const own = rows.find(({ Id }) => Number(Id) === threadId)
  return own !== undefined && ['Query', 'Execute'].includes(own.Command)
}
