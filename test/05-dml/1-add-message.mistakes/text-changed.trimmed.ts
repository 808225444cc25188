import type { Connection, RowDataPacket, ResultSetHeader } from 'mysql2/promise'
export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}
export async function addMessage(
  connection: Connection,
  { conversationId, sender, content }: NewMessage,
): Promise<number> {
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [conversationId, sender, content.trim()],
  )
  await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [
    conversationId,
  ])
  return result.insertId
}
