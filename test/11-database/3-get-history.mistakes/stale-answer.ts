import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// What was read once is not read again.
const known = new Map<number, Message[]>()

export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const old = known.get(id)
  if (old) return old
  const [rows] = await pool.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [id],
  )
  if (rows.length > 0) {
    known.set(id, rows)
    return rows
  }
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
