import type { Connection, RowDataPacket } from 'mysql2/promise'

// query() takes a number for LIMIT as well.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC LIMIT ?`,
    [conversationId, count],
  )
  return rows.toSorted((a, b) => a.timestamp - b.timestamp || a.id - b.id)
}
