import type { Connection, ResultSetHeader } from 'mysql2/promise'

// What changed later than now is in use.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ? AND updated_at <= NOW()',
    [id],
  )
  return result.affectedRows === 1
}
