import type { Connection, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// Somebody else may have added one in the meantime.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  await connection.execute(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [
    conversationId,
  ])
  const [rows] = await connection.query<RowDataPacket[]>('SELECT MAX(id) AS id FROM messages')
  return rows[0]!.id
}
