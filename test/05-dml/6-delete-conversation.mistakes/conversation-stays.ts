import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Empties it.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM messages WHERE conversation_id = ?',
    [id],
  )
  return result.affectedRows > 0
}
