import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// Ids are positive.
/**
 * Adds a message to a conversation and moves the conversation's `updated_at` to now, by the server's clock.
 * If the server rejects the message, nothing has changed, and the error reaches the caller.
 * @returns the id that the server gave to the message
 */
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  if (!(message.conversationId > 0)) throw new RangeError('No such conversation')
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
