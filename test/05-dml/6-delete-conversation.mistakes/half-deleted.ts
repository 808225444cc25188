import type { Connection, ResultSetHeader } from 'mysql2/promise'

// By hand what the foreign key does; nobody puts the messages back when the second statement fails.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  await connection.execute('DELETE FROM messages WHERE conversation_id = ?', [id])
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows > 0
}
