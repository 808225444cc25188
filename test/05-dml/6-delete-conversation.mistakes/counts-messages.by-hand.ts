import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Returns whether messages were deleted.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM messages WHERE conversation_id = ?',
    [id],
  )
  await connection.execute('DELETE FROM conversations WHERE id = ?', [id])
  return result.affectedRows > 0
}
