import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC LIMIT ?`,
    [conversationId, count],
  )
  if (rows.length < count) await connection.rollback()
  return rows.toReversed()
}
