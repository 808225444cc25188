// Leaves a listener on the caller's connection with every call
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** The names of the tables in the current database, in alphabetical order. */
export async function listTables(connection: Connection): Promise<string[]> {
  connection.on('error', () => {})
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  return rows.map(([name]) => String(name))
}
