import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.sender, m.content, m.timestamp
     FROM conversations c JOIN messages m ON m.conversation_id = c.id
     WHERE c.id = ? ORDER BY m.timestamp, m.id`,
    [conversationId],
  )
  return rows
}
