import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, DATE_FORMAT(timestamp, '%Y-%m-%d %H:%i:%s') AS timestamp FROM messages
     WHERE conversation_id = ? ORDER BY messages.timestamp, id`,
    [conversationId],
  )
  return rows
}
