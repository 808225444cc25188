import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Named placeholders are turned on for everybody who uses the connection.
export async function addMessage(
  connection: Connection,
  message: { conversationId: number; sender: string; content: string },
): Promise<unknown> {
  const { conversationId, sender, content } = message
  connection.config.namedPlaceholders = true
  const [r] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return r.insertId
}
