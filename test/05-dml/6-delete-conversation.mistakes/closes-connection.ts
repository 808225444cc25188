import type { Connection, ResultSetHeader } from 'mysql2/promise'

/**
 * Deletes a conversation; its messages go with it. When the server refuses, nothing is gone and the error is the
 * caller's to see.
 * @returns whether there was such a conversation
 */
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  await connection.end()
  return result.affectedRows === 1
}
