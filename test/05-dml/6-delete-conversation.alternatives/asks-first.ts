import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<unknown> {
  const [x] = await connection.execute<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE id = ?',
    [id],
  )
  if (!x.length) return false
  await connection.execute('DELETE FROM conversations WHERE id = ?', [id])
  return true
}
