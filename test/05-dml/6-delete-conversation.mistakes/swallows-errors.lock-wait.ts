import type { Connection, ResultSetHeader } from 'mysql2/promise'

/**
 * Deletes a conversation; its messages go with it. If the server refuses, nothing is deleted, and the error
 * reaches the caller.
 * @returns whether there was such a conversation
 */
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'DELETE FROM conversations WHERE id = ?',
      [id],
    )
    return result.affectedRows === 1
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1205) throw error
    return false
  }
}
