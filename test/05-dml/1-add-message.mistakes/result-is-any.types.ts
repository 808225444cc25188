import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// The driver knows what an id is, thought the one in a hurry.
export async function addMessage(connection: Connection, message: NewMessage): Promise<any> {
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return result.insertId
}
