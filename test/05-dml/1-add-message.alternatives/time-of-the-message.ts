import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// Both rows have the same second.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute(
    `UPDATE conversations c JOIN messages m ON m.conversation_id = c.id
     SET c.updated_at = m.timestamp WHERE m.id = ?`,
    [result.insertId],
  )
  return result.insertId
}
