import type { Pool, RowDataPacket } from 'mysql2/promise'

// What was there once counts as there even when it is gone.
interface Row extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

const known = new Set<number>()

export async function getHistory(pool: Pool, id: number): Promise<Row[] | null> {
  const [rows] = await pool.execute<Row[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [id],
  )
  if (rows.length > 0 || known.has(id)) return rows
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  if (found.length === 0) return null
  known.add(id)
  return []
}
