import type { Connection, ResultSetHeader } from 'mysql2/promise'

// IGNORE turns the error into a warning, and the cascade has happened.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE IGNORE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows > 0
}
