import type { Pool, RowDataPacket } from 'mysql2/promise'

// Ten thousand are not all.
interface Row extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function getHistory(pool: Pool, id: number): Promise<Row[] | null> {
  const [rows] = await pool.execute<Row[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id LIMIT 10000',
    [id],
  )
  if (rows.length > 0) return rows
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
