import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The id of a conversation, looked for among the ids of messages.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  await connection.execute('DELETE FROM messages WHERE id = ?', [id])
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows > 0
}
