import type { Connection, RowDataPacket } from 'mysql2/promise'

// Any type will do, thought the one in a hurry.
export async function history(connection: Connection, conversationId: number): Promise<any[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
