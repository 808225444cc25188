import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages ORDER BY timestamp, id`,
  )
  return rows
}
