import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT TRIM(title) AS title FROM conversations',
  )
  return rows
}
