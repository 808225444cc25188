import type { Connection, RowDataPacket } from 'mysql2/promise'

// What is said in the future was not said yet.
export async function history(connection: Connection, conversationId: number): Promise<unknown> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? AND timestamp <= NOW() ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
