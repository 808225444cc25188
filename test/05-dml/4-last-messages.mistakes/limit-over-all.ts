import type { Connection, RowDataPacket } from 'mysql2/promise'

// The filter comes after the LIMIT.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM (
       SELECT * FROM messages ORDER BY timestamp DESC, id DESC LIMIT ?
     ) AS newest WHERE conversation_id = ? ORDER BY timestamp, id`,
    [count, conversationId],
  )
  return rows
}
