// Simultaneous calls share one answer, even on different connections.
import type { Connection, RowDataPacket } from 'mysql2/promise'

let pending: Promise<string[]> | undefined

async function ask(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  return rows.map(([name]) => String(name))
}

/** The names of the tables in the current database, in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  pending ??= ask(connection).finally(() => {
    pending = undefined
  })
  return [...(await pending)]
}
