import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const names = Object.fromEntries(rows.map((row) => [Object.values(row)[0], true]))
  return Object.keys(names)
}
