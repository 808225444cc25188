import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET is_archived = TRUE WHERE id = ?',
    [id],
  )
  return result.affectedRows > 0
}
