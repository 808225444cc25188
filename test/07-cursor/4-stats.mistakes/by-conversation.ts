import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages GROUP BY conversation_id',
  )
  return { messages: rows[0]?.messages ?? 0, averageLength: Number(rows[0]?.average ?? 0) }
}
