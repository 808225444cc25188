// Sorts by time only, here, and leaves the order within a second to whatever index the server uses.
import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [rows] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ?',
    [id],
  )
  if (rows.length > 0) return rows.toSorted((a, b) => Number(a.timestamp) - Number(b.timestamp))
  const [found] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
