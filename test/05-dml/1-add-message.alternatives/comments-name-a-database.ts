import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// A comment says where the rows of the practice database are; the statements don't touch them.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages /* on the practice server: ai_chat_db.messages */ (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return result.insertId
}
