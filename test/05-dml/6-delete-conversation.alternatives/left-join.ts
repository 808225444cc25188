import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The table to delete from comes before FROM.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE c FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id WHERE c.id = ?',
    [id],
  )
  return result.affectedRows !== 0
}
