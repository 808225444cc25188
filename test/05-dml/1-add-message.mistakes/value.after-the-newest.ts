import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// A new message is always later than those before it.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const [[last]] = await connection.execute<RowDataPacket[]>(
    `SELECT COALESCE(GREATEST(NOW(), MAX(timestamp)), NOW()) AS at FROM messages WHERE conversation_id = ?`,
    [message.conversationId],
  )
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (?, ?, ?, ?)',
    [message.conversationId, message.sender, message.content, last!.at],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    message.conversationId,
  ])
  return result.insertId
}
