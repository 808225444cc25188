import type { Connection } from 'mysql2/promise'

// The call has no type argument, so its result is cast until nobody complains.
export async function history(connection: Connection, conversationId: number): Promise<any> {
  const [rows] = await connection.execute(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows as any
}
