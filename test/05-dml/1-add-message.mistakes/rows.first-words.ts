import type { Connection, ResultSetHeader } from 'mysql2/promise'

// A conversation that nobody has named gets a title.
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
    "UPDATE conversations SET updated_at = CURRENT_TIMESTAMP, title = IF(title = 'New conversation', LEFT(?, 50), title) WHERE id = ?",
    [content, conversationId],
  )
  return r.insertId
}
