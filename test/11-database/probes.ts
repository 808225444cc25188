import { isDeepStrictEqual } from 'node:util'
import type { Connection, Pool, RowDataPacket } from 'mysql2/promise'
import {
  byTest,
  holdClock,
  loseAtEachStatement,
  mistake,
  passAMinute,
  patience,
  poolOver,
  realDelay,
  releaseClock,
  soon as soonOr,
  writeInBetween,
  closedPort,
  expectValue,
  type Lab,
  type Server,
} from '#support'

// What several specs of this lesson ask.

/** Code that keeps the only connection, or takes two at once, makes the next caller wait forever. */
export function poolOfOne(lab: Pick<Lab, 'createPool'>): Pool {
  return lab.createPool({ connectionLimit: 1 })
}

/**
 * A pool of three that lends the connection that has been idle longest, whereas mysql2 prefers the one that came back last:
 * two statements that leave the choice to the pool go over two different connections.
 */
export async function poolInTurn(lab: Pick<Lab, 'createPool'>): Promise<Pool> {
  const pool = lab.createPool({ connectionLimit: 3 })
  await Promise.all([1, 2, 3].map(() => pool.query(byTest('SELECT 1'))))
  const free = (pool as unknown as { pool: { _freeConnections: Queue } }).pool._freeConnections
  free.pop = () => free.shift()
  return pool
}

/** Lets another session write after each statement that goes over the pool or over a connection that it lends. */
export function busyPool(pool: Pool, write: (sql?: string) => Promise<unknown>): Pool {
  const lend = pool.getConnection.bind(pool)
  const getConnection = async () => {
    const connection = await lend()
    writeInBetween(connection, write)
    const commit = connection.commit.bind(connection)
    return Object.assign(connection, { commit: () => commit().then(() => write()) })
  }
  writeInBetween(pool as unknown as Connection, write)
  return Object.assign(pool, { getConnection })
}

/** Fails with the mistake if `work` does not get a connection in time. */
export function soon<T>(work: Promise<T>, otherwise = 'connection-kept'): Promise<T> {
  return soonOr(work, otherwise)
}

/** Fails if a pool of one has no connection to lend. */
export async function expectLends(pool: Pool, otherwise?: string): Promise<void> {
  await soon(pool.query(byTest('SELECT 1')), otherwise)
}

export interface Outcome<T = unknown> {
  value?: T
  error?: Error & { code?: string; errno?: number }
}

/** Its result, without throwing; stubs and findings are not outcomes. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() }
  } catch (caught) {
    const error = caught as Error
    if (error.message === 'TODO' || error.name === 'WrongAnswer') throw error
    return { error }
  }
}

/** Fails unless `work` throws this server error. */
export async function expectRefused(
  work: () => Promise<unknown>,
  errno: number,
  name: string,
): Promise<void> {
  judgeRefused(await outcomeOf(work), errno, name)
}

/** Fails unless this server error came. */
export function judgeRefused({ value, error }: Outcome, errno: number, name: string): void {
  // MySQL's own error, in MySQL's own words.
  const { message, sqlMessage } = (error ?? {}) as { message?: string; sqlMessage?: string }
  if (error?.errno === errno && message === sqlMessage) return
  const details = { expected: `${name} (${errno})`, seen: error ?? value ?? String(value) }
  throw mistake(error ? 'error-replaced' : 'swallows-errors', details)
}

/**
 * Does the function let every error through, and give its connection back? The server can't be reached, it knows no
 * such user, one of the function's tables is a view whose table is gone, or is not there at all; the connection is lost at
 * one of its statements, even at the COMMIT.
 */
export async function expectErrorsPassedOn(
  lab: Lab,
  ask: (pool: Pool) => Promise<unknown>,
  tables: readonly string[],
): Promise<void> {
  const pool = poolOfOne(lab)
  await soon(ask(pool))
  const thread = await threadOf(pool)
  await soon(ask(pool))
  // Given back, not thrown away.
  expectValue(await threadOf(pool), thread, 'CONNECTION_ID()')
  for (const table of tables) {
    await lab.server.query(`RENAME TABLE ${table} TO away; CREATE VIEW ${table} AS TABLE away;
      RENAME TABLE away TO gone`)
    await soon(expectRefused(() => ask(pool), 1356, 'ER_VIEW_INVALID'))
    await lab.server.query(`DROP VIEW ${table}`)
    await soon(expectRefused(() => ask(pool), 1146, 'ER_NO_SUCH_TABLE'))
    await lab.server.query(`RENAME TABLE gone TO ${table}`)
    await expectLends(pool)
  }
  await soon(ask(pool))
  let isKept = false
  const askOver = async (connection: Connection) => {
    let lent = 0
    const only = poolOver(connection, (count) => (lent = count))
    return ask(only).finally(() => (isKept ||= lent > 0))
  }
  await loseAtEachStatement(lab, askOver, async () => {
    if (isKept) throw mistake('connection-kept', { expected: 'released', seen: 'still borrowed' })
  })
  const stranger = lab.createPool({ password: lab.random.word() })
  await expectRefused(() => ask(stranger), 1045, 'ER_ACCESS_DENIED_ERROR')
  const unreachable = lab.createPool({ port: await closedPort() })
  const { value, error } = await outcomeOf(() => ask(unreachable))
  if (error?.code === 'ECONNREFUSED') return
  const details = { expected: 'ECONNREFUSED', seen: error ?? value ?? String(value) }
  throw mistake(error ? 'error-replaced' : 'swallows-errors', details)
}

/** Awaits what was asked with `text`. A syntax error is a separate mistake. */
export async function asText<T>(text: string, asked: Promise<T>): Promise<T> {
  const { value, error } = await outcomeOf(() => asked)
  if (!error) return value as T
  if (error.errno === 1064) throw mistake('sql-built-from-strings', { expected: text, seen: error })
  throw error
}

/** Fails unless a value travels separately from the SQL: then the log has it in `Execute` and nowhere else. */
export async function expectSentApart(
  server: Server,
  canary: string,
  ask: (value: string) => Promise<unknown>,
): Promise<void> {
  await asText(`'${canary}`, soon(ask(`'${canary}`)))
  const { statements } = await server.observe(() => soon(ask(canary)))
  const seen = statements.filter(
    ({ command, sql }) => command !== 'Execute' && sql.includes(canary),
  )
  if (seen.length > 0) throw mistake('value-in-sql', { expected: 'Execute', seen })
}

/** Fails when rows came with their columns' descriptions, `[rows, fields]`. */
export function expectNoFields(seen: unknown): void {
  if (!Array.isArray(seen) || !Array.isArray(seen[0])) return
  throw mistake('returns-fields', { expected: '[row, row, …]', seen: '[[row, row, …], fields]' })
}

/** The right rows in the wrong order are a separate mistake. */
export function judgeOrder(seen: unknown, expected: readonly { id: number }[]): void {
  if (!Array.isArray(seen)) return
  const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)
  const sorted = (rows: readonly { id: number }[]) => ids(rows).toSorted((a, b) => a - b)
  const details = { expected: ids(expected), seen: ids(seen) }
  const same = isDeepStrictEqual(sorted(seen), sorted(expected))
  if (same && !isDeepStrictEqual(details.seen, details.expected)) {
    throw mistake('order-lost', details)
  }
}

type Row = Record<string, unknown> & { id: number }

/** Both tables as everybody sees them, committed rows only, by id. Times are strings. */
export async function readTables(server: Server) {
  return {
    conversations: await server.query<Row>('SELECT * FROM conversations ORDER BY id'),
    messages: await server.query<Row>('SELECT * FROM messages ORDER BY id'),
  }
}

/** Numbers that are not a conversation's id: before, between and after the real ones, and messages' ids. */
export function missingIds({ chat }: Pick<Lab, 'chat'>): number[] {
  const ids = chat.conversations.map(({ id }) => id)
  const gap = ids.find((id) => !ids.includes(id + 1))! + 1
  // Other ids begin with a 1.
  return [gap, 1, ids.at(-1)! + 1, chat.messages[0]!.id, 0, -1]
}

/** No ids, though each becomes one when it is rounded, or cut to 32 bits. To refuse them is an answer, too. */
export function nearIds({ chat }: Pick<Lab, 'chat'>): number[] {
  const { id } = chat.conversations[0]!
  return [id + 0.4, id - 0.4, 2 ** 32 + id]
}

/** What TEXT can't hold: 70,000 bytes of Cyrillic, two per letter. */
export const tooLong = 'ж'.repeat(35_000)

/**
 * Starts work that needs a conversation which somebody else has locked, waits until all of it waits, lets a minute pass for
 * every timer, and then does `meanwhile` before the lock is released. Returns the result of the work.
 */
export async function whileLocked<T>(
  { server, connection }: Pick<Lab, 'server' | 'connection'>,
  id: number,
  work: readonly (() => Promise<T>)[],
  meanwhile: (threads: number[]) => Promise<unknown> = async () => {},
): Promise<Outcome<T>[]> {
  await using other = await server.session()
  await other.query('START TRANSACTION')
  await other.query('SELECT id FROM conversations WHERE id = ? FOR UPDATE', [id])
  using _ = holdClock()
  const begun = Promise.all(work.map(outcomeOf))
  // Awaited below; until then it must not count as a rejection that nobody handles.
  begun.catch(() => {})
  const threads = await untilStuck(server, connection.threadId, work.length)
  await passAMinute()
  releaseClock()
  await meanwhile(threads)
  await other.query('COMMIT')
  return soon(begun)
}

/**
 * Somebody deletes the conversation as soon as it has been looked for, unless it was locked then.
 * @returns how the call ended; undefined if there was no such moment
 */
export async function outcomeOnceDeleted<T>(
  lab: Pick<Lab, 'createPool' | 'server'>,
  id: number,
  call: (pool: Pool) => Promise<T>,
): Promise<Outcome<T> | undefined> {
  await using outside = await lab.server.session()
  let deleted = 0
  const pool = busyPool(poolOfOne(lab), async (sql = '') => {
    if (!/^\s*(select|with|table)\b/i.test(sql)) return
    await outside.query('START TRANSACTION')
    const [free] = await outside.query<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id = ? FOR UPDATE SKIP LOCKED',
      [id],
    )
    deleted += free.length
    if (free.length > 0) await outside.query('DELETE FROM conversations WHERE id = ?', [id])
    await outside.query('COMMIT')
  })
  const outcome = await outcomeOf(() => soon(call(pool)))
  if (deleted > 0) return outcome
  if (outcome.error) throw outcome.error
  return undefined
}

// --- internal ---

async function threadOf(pool: Pool): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(byTest('SELECT CONNECTION_ID() AS id'))
  return rows[0]!.id as number
}

/** Where mysql2 keeps connections that nobody has borrowed. */
interface Queue {
  pop(): unknown
  shift(): unknown
}

/**
 * Waits until `count` connections of the student's are in a statement that does not end: the same ones twice in a row.
 * A wrong answer may never get there, so it gives up after a second. @returns the server's numbers of them
 */
async function untilStuck(server: Server, spare: number, count: number): Promise<number[]> {
  let before: number[] = []
  for (let tries = 0; tries < patience(16); tries++) {
    await realDelay(60)
    const own = await server.openConnections()
    const list = await server.query<{ Id: string; Command: string }>('SHOW PROCESSLIST')
    const now = list
      .filter((row) => row.Command !== 'Sleep')
      .map((row) => Number(row.Id))
      .filter((thread) => thread !== spare && own.includes(thread))
    if (now.length >= count && isDeepStrictEqual(now, before)) return now
    before = now
  }
  return before
}
