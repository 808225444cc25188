import type { Connection, RowDataPacket } from 'mysql2/promise'

// Copied from the driver's documentation: rows, but of which columns?
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
