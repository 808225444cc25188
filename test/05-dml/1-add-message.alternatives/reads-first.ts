import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// Reads the conversation first; the server sets both times when it writes.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  await connection.execute('SELECT updated_at FROM conversations WHERE id = ?', [conversationId])
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [
    conversationId,
  ])
  return result.insertId
}
