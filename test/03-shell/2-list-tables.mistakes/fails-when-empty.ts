import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const column = Object.keys(rows[0]!)[0]!
  return rows.map((row) => row[column])
}
