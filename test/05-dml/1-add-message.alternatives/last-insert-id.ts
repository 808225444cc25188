import type { Connection, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// LAST_INSERT_ID() belongs to the connection: what others insert does not count.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  await connection.execute(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content],
  )
  const [rows] = await connection.query<RowDataPacket[]>('SELECT LAST_INSERT_ID() AS id')
  await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [
    conversationId,
  ])
  return rows[0]!.id
}
