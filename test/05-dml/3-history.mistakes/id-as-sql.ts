import type { Connection, RowDataPacket } from 'mysql2/promise'

// The id is a number, so it "may be part of the SQL".
export async function history(connection: Connection, conversationId: number): Promise<unknown> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ${conversationId} ORDER BY timestamp, id`,
    [],
  )
  return rows
}
