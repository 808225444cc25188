import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The conversation is looked up with an id that becomes part of the SQL.
export async function addMessage(
  connection: Connection,
  message: { conversationId: number; sender: string; content: string },
): Promise<unknown> {
  const { conversationId, sender, content } = message
  const [r] = await connection.query<ResultSetHeader>(
    `INSERT INTO messages (conversation_id, sender, content) SELECT id, ?, ? FROM conversations WHERE id = ${conversationId}`,
    [sender, content],
  )
  if (!r.insertId) throw Object.assign(new Error('1452'), { errno: 1452 })
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return r.insertId
}
