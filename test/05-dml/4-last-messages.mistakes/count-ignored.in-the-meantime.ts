import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<RowDataPacket[]> {
  const [[{ total }]] = (await connection.execute<RowDataPacket[]>(
    'SELECT COUNT(*) AS total FROM messages WHERE conversation_id = ?',
    [conversationId],
  )) as unknown as [[{ total: number }]]
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id LIMIT ?, ?`,
    [conversationId, Math.max(0, total - count), count + 1],
  )
  return rows
}
