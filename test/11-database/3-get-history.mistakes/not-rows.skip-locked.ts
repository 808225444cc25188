import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// While somebody writes to the conversation, it counts as missing.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [found] = await pool.execute<RowDataPacket[]>(
    'SELECT 1 FROM conversations WHERE id = ? FOR SHARE SKIP LOCKED',
    [id],
  )
  if (found.length === 0) return null
  const [rows] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [id],
  )
  return rows
}
