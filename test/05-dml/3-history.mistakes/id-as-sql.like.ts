import type { Connection, RowDataPacket } from 'mysql2/promise'

// LIKE compares whatever it is given.
export async function history(connection: Connection, conversationId: number): Promise<unknown> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id LIKE ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
