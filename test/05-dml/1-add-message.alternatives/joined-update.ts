import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}
const touch = 'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?'

export async function addMessage(
  connection: Connection,
  { conversationId, sender, content }: NewMessage,
): Promise<number> {
  const [{ insertId }] = await connection.query<ResultSetHeader>('INSERT INTO messages SET ?', {
    conversation_id: conversationId,
    sender,
    content,
  })
  await connection.query(`${touch} LIMIT 1`, [conversationId])
  return insertId
}
