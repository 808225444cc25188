import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<RowDataPacket | undefined> {
  if (!id || id < 1) return undefined
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE id = ?',
    [id],
  )
  return rows[0]
}
