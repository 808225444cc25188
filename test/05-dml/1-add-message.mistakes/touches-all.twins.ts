import type { Connection, ResultSetHeader } from 'mysql2/promise'

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
  const [result] = await connection.execute<ResultSetHeader>(insert, [
    conversationId,
    sender,
    content,
  ])
  await connection.execute(
    'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id IN (SELECT conversation_id FROM messages WHERE content = ?)',
    [content],
  )
  return result.insertId
}
