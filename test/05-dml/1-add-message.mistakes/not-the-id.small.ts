import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}
const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
const touch = 'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?'

export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(insert, [
    conversationId,
    sender,
    content,
  ])
  await connection.execute(touch, [conversationId])
  return result.insertId % 100_000
}
