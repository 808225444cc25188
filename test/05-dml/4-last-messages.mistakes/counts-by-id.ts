import type { Connection, RowDataPacket } from 'mysql2/promise'

// Ids have gaps.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? AND id > (SELECT MAX(id) FROM messages WHERE conversation_id = ?) - ?
     ORDER BY timestamp, id`,
    [conversationId, conversationId, count],
  )
  return rows
}
