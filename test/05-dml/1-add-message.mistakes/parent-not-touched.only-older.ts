import type { Connection, ResultSetHeader } from 'mysql2/promise'

// A time ahead of the clock is left alone.
export async function addMessage(
  connection: Connection,
  message: { conversationId: number; sender: string; content: string },
): Promise<unknown> {
  const { conversationId, sender, content } = message
  const [r] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute(
    'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ? AND updated_at < NOW()',
    [conversationId],
  )
  return r.insertId
}
