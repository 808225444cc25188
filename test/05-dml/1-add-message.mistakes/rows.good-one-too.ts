import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [conversationId, sender, content],
    )
    await connection.execute(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [conversationId],
    )
    return result.insertId
  } catch (error) {
    // Take back whatever may have been written.
    await connection.execute('DELETE FROM messages WHERE id = LAST_INSERT_ID()')
    throw error
  }
}
