import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// What was put away is not to be read.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [found] = await pool.execute<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE id = ? AND NOT is_archived',
    [id],
  )
  if (found.length === 0) return null
  const [rows] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [id],
  )
  return rows
}
