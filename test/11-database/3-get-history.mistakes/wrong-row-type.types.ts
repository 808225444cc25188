import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: string
}

// A TIMESTAMP comes as a Date, not as a string.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [messages] = await pool.execute<Message[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
