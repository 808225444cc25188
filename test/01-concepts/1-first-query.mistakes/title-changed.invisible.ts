import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT title FROM conversations')
  for (const row of rows) row.title = row.title.replaceAll(/[\u200B\uFEFF]/g, '')
  return rows
}
