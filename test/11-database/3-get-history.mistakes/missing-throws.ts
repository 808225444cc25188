import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Turns an answer into an accident.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [messages] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
    id,
  ])
  if (found.length === 0) throw new Error(`There is no conversation ${id}.`)
  return []
}
