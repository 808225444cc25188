import type { Connection, RowDataPacket } from 'mysql2/promise'

// The inner order is lost: the outer one is by the second alone.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT * FROM (SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC LIMIT ?) AS newest ORDER BY timestamp`,
    [conversationId, count],
  )
  return rows
}
