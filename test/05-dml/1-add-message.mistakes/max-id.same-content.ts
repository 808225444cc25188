import type { Connection, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}
const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
const touch = 'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?'

export async function addMessage(
  connection: Connection,
  { conversationId, sender, content }: NewMessage,
): Promise<number> {
  await connection.execute(insert, [conversationId, sender, content])
  await connection.execute(touch, [conversationId])
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT MAX(id) AS id FROM messages WHERE content = ? AND sender = ?',
    [content, sender],
  )
  return rows[0]!.id
}
