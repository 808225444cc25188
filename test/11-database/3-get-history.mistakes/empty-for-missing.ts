import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Nothing found: is the conversation empty, or does it not exist?
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [messages] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [id],
  )
  return messages
}
