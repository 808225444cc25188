import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// The next number, chosen here.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  await connection.execute(
    `INSERT INTO messages (id, conversation_id, sender, content)
     SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ? FROM messages`,
    [conversationId, sender, content],
  )
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT MAX(id) AS id FROM messages WHERE conversation_id = ? AND sender = ?',
    [conversationId, sender],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return rows[0]!.id
}
