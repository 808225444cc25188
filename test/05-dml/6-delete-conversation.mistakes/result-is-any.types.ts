import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Whoever needs a boolean will see one, thought the one in a hurry.
export async function deleteConversation(connection: Connection, id: number): Promise<any> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows === 1
}
