import type { Connection, RowDataPacket } from 'mysql2/promise'

const kept = new Map<number, RowDataPacket>()

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<RowDataPacket | undefined> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE id = ?',
    [id],
  )
  if (rows[0]) kept.set(id, rows[0])
  return rows[0] ?? kept.get(id)
}
