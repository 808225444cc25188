import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// A message that arrives late has a high id and an old time.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [messages] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY id',
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
