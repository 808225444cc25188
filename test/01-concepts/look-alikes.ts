import type { Connection } from 'mysql2/promise'
import {
  expectError,
  inCallersTransaction,
  mistake,
  sqlOf,
  watchRepeats,
  writeInBetween,
  type Lab,
  type Server,
} from '#support'

/** Runs `ask`. Does its SQL name the practice database, as in `ai_chat_db.conversations`? */
export async function asksElsewhere(
  { practice, observe }: Server,
  ask: () => Promise<unknown>,
): Promise<boolean> {
  const { statements } = await observe(() => ask().catch(() => {}))
  return new RegExp(String.raw`(^|\W)${practice.name}\W?\s*\.`).test(sqlOf(statements))
}

/** Times long ago and far ahead, and the greatest id: no condition of the task concerns them. */
export const extremes = {
  times: ['1970-01-02 00:00:00', '2037-12-31 00:00:00'],
  id: 2 ** 31 - 1,
} as const

/**
 * SQL that adds more rows than any limit that "is always enough", each with a word. Dozens have the same one: some of those are
 * on two pages, however large a page is.
 * @param into `conversations (title)`
 */
export function insertMany({ random }: Pick<Lab, 'random'>, into: string, more = ''): string {
  const words = Array.from({ length: 35 }, () => random.word())
  const rows = Array.from({ length: 1050 }, (_, index) => `('${words[index % 35]}'${more})`)
  return `INSERT INTO ${into} VALUES ${rows.join()}`
}

/**
 * Another session deletes some rows after each statement. Fails with `rows-missing` unless all that are still there have come:
 * somebody who reads page by page, and counts the rows before a page, loses those that move up.
 * @param ask what it returns, as texts
 */
export async function expectNoneSkipped(
  { connection, server }: Lab,
  [table, column]: readonly [table: string, column: string],
  ask: () => Promise<readonly string[]>,
): Promise<void> {
  await using other = await server.session()
  await other.query('SET innodb_lock_wait_timeout = 1')
  const orders = ['id', 'id DESC', column, `${column} DESC`]
  const remove = orders.map((order) => `DELETE FROM ${table} ORDER BY ${order} LIMIT 1`).join(';')
  let times = 5
  const seen: readonly string[] = await (async () => {
    using _ = writeInBetween(connection, async () => {
      if (times-- > 0) await other.query(remove)
    })
    return await ask()
  })()
  const rows = await server.query<{ text: string }>('SELECT ?? AS text FROM ??', [column, table])
  const missing = rows.map(({ text }) => text).filter((text) => !seen.includes(text))
  if (missing.length > 0) throw mistake('rows-missing', { expected: missing, seen: [] })
}

/**
 * Fails unless an error reaches the caller: the connection is lost, the table is not there, somebody else has locked it. Nor
 * may it ask again: next time the server may answer, and nobody finds out.
 */
export async function expectErrors(
  { connect, connection, server }: Lab,
  table: string,
  ask: (connection: Connection) => Promise<unknown>,
): Promise<void> {
  const lost = await connect()
  lost.on('error', () => {})
  // It has answered before: what it said then is not what there is now.
  await ask(lost)
  await server.kill(lost)
  await expectError(() => ask(lost), 'PROTOCOL_CONNECTION_LOST')
  const repeats = watchRepeats(connection)
  const once = () => {
    repeats.forget()
    return ask(connection)
  }
  await server.query('RENAME TABLE ?? TO gone', [table])
  await expectError(once, 'ER_NO_SUCH_TABLE')
  repeats.expectNone()
  // Nor does a transaction of the caller's end with an error.
  await inCallersTransaction({ connection, server }, () => ask(connection).catch(() => {}))
  await server.query(
    `CREATE FUNCTION refuse() RETURNS INT READS SQL DATA BEGIN
       SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205, MESSAGE_TEXT = 'refused'; RETURN 1; END;
     CREATE VIEW ?? AS SELECT * FROM gone WHERE refuse() = 1`,
    [table],
  )
  await expectError(once, 'ER_LOCK_WAIT_TIMEOUT')
  repeats.expectNone()
  await server.query('DROP VIEW ??; DROP FUNCTION refuse; RENAME TABLE gone TO ??', [table, table])
}

/** Counts the rows that come over this connection. @returns how many have come so far, and all that was in them */
export function countRows(connection: Connection): () => { rows: number; text: string } {
  let count = 0
  let text = ''
  for (const name of ['query', 'execute'] as const) {
    const send = connection[name].bind(connection) as (...args: unknown[]) => Promise<unknown[]>
    const value = async (...args: unknown[]) => {
      const answer = await send(...args)
      if (Array.isArray(answer[0])) count += answer[0].length
      text += JSON.stringify(answer[0])
      return answer
    }
    Object.defineProperty(connection, name, { value, configurable: true, writable: true })
  }
  return () => ({ rows: count, text })
}
