import type { Connection, RowDataPacket } from 'mysql2/promise'

// The user speaks first, so the sender decides within a second.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, sender`,
    [conversationId],
  )
  return rows
}
