import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<RowDataPacket | undefined> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    "SELECT id, title FROM conversations WHERE id = ? AND created_at >= '2000-01-01'",
    [id],
  )
  return rows[0]
}
