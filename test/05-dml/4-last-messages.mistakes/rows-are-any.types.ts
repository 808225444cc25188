import type { Connection, RowDataPacket } from 'mysql2/promise'

// Any type will do, thought the one in a hurry.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<any[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC LIMIT ?`,
    [conversationId, count],
  )
  return rows.toReversed()
}
