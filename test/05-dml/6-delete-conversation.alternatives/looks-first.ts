import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE id = ?',
    [id],
  )
  if (rows.length === 0) return false
  await connection.query('DELETE FROM conversations WHERE id = ? LIMIT 1', [id])
  return true
}
