import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// The message is dated at midnight.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (?, ?, ?, CURRENT_DATE)',
    [conversationId, sender, content],
  )
  await connection.execute(`UPDATE conversations SET updated_at = SYSDATE() WHERE id = ?`, [
    conversationId,
  ])
  return result.insertId
}
