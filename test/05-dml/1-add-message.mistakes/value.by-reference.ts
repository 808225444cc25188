import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  Object.defineProperty(message, 'id', {
    value: result.insertId,
    enumerable: false,
    configurable: true,
  })
  return result.insertId
}
