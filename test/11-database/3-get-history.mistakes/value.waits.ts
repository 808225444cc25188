import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// A reader waits for every writer.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [found] = await pool.execute<RowDataPacket[]>(
    'SELECT 1 FROM conversations WHERE id = ? FOR UPDATE',
    [id],
  )
  if (found.length === 0) return null
  const [rows] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [id],
  )
  return rows
}
