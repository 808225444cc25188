import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT content FROM messages ORDER BY id LIMIT 1000',
  )
  return rows.map((row) => row.content)
}
