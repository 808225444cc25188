import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Messages of one second come in any order.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [messages] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp',
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
