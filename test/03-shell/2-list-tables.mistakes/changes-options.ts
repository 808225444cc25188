import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  connection.config.rowsAsArray = true
  const [rows] = await connection.query<RowDataPacket[][]>('SHOW TABLES')
  return rows.map(([name]) => String(name))
}
