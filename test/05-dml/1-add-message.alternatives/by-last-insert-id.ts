import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// Its columns are the table's, in their order.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [{ insertId }] = await connection.execute<ResultSetHeader>(
    `INSERT INTO messages VALUES (DEFAULT, ?, ?, ?, DEFAULT)`,
    [conversationId, sender, content],
  )
  await connection.execute(
    `UPDATE conversations SET updated_at = DEFAULT
     WHERE id = (SELECT conversation_id FROM messages WHERE id = LAST_INSERT_ID())`,
  )
  return insertId
}
