import type { Connection, RowDataPacket } from 'mysql2/promise'

// AND binds tighter than OR.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? AND sender = 'user' OR sender = 'ai' ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
