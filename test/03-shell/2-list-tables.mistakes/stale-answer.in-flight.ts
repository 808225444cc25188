// Calls at the same time over one connection share one answer, whatever is sent between them.
import type { Connection, RowDataPacket } from 'mysql2/promise'

const running = new WeakMap<Connection, Promise<string[]>>()

async function ask(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  return rows.map(([name]) => String(name))
}

/** The names of the tables in the current database, in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  const answer =
    running.get(connection) ?? ask(connection).finally(() => running.delete(connection))
  running.set(connection, answer)
  return [...(await answer)]
}
