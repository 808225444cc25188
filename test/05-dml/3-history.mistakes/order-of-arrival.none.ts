import type { Connection, RowDataPacket } from 'mysql2/promise'

// No order at all: it looks right as long as nothing changes.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ?`,
    [conversationId],
  )
  return rows
}
