import type { Connection, ResultSetHeader } from 'mysql2/promise'

const deleted = new Set<number>()
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  if (deleted.has(id)) return false
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  deleted.add(id)
  return result.affectedRows === 1
}
