import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM (
       SELECT id, sender, content, timestamp, ROW_NUMBER() OVER (ORDER BY timestamp DESC, id DESC) AS place
       FROM messages WHERE conversation_id = ?
     ) AS numbered WHERE place <= ? ORDER BY timestamp, id`,
    [conversationId, count],
  )
  return rows
}
