import type { Connection, RowDataPacket } from 'mysql2/promise'

// The filter is the server's, the order is made here.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ?`,
    [conversationId],
  )
  return rows.toSorted((a, b) => a.timestamp - b.timestamp || a.id - b.id)
}
