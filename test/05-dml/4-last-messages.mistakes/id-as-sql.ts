import type { Connection, RowDataPacket } from 'mysql2/promise'

// The id is a number, so it "may be part of the SQL".
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<unknown> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ${conversationId} ORDER BY timestamp DESC, id DESC LIMIT ?`,
    [count],
  )
  return rows.toReversed()
}
