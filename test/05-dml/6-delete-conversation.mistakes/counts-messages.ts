import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Believes that the cascade is counted.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows > 1
}
