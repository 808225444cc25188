import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// The conversation changed when its newest message came: but that one may be ahead.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [message.conversationId, message.sender, message.content],
  )
  await connection.execute(
    `UPDATE conversations SET updated_at = (SELECT MAX(timestamp) FROM messages WHERE conversation_id = ?)
     WHERE id = ?`,
    [message.conversationId, message.conversationId],
  )
  return result.insertId
}
