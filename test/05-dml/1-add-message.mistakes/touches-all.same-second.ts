import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// Whatever was written at this moment, by anybody.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute(
    `UPDATE conversations AS c JOIN messages AS m ON m.conversation_id = c.id
     SET c.updated_at = CURRENT_TIMESTAMP WHERE m.timestamp >= CURRENT_TIMESTAMP - INTERVAL 1 MINUTE`,
    [],
  )
  return result.insertId
}
