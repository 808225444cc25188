import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// UTC, but read as the session's own time.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const [result] = await connection.execute<ResultSetHeader>(
    `INSERT INTO messages (conversation_id, sender, content, timestamp)
     VALUES (?, ?, ?, UTC_TIMESTAMP())`,
    [message.conversationId, message.sender, message.content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    message.conversationId,
  ])
  return result.insertId
}
