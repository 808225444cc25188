import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT content FROM messages FOR SHARE SKIP LOCKED',
  )
  return rows.map((row) => row.content)
}
