import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// As much as the column holds.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content.slice(0, 65_535)],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return result.insertId
}
