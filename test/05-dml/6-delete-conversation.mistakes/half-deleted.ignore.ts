import type { Connection, ResultSetHeader } from 'mysql2/promise'

// IGNORE makes a warning of the error, and the cascade has happened.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE IGNORE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows > 0
}
