import type { Pool, RowDataPacket } from 'mysql2/promise'

// What was said twice in one second comes once.
interface Row extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function getHistory(pool: Pool, id: number): Promise<Row[] | null> {
  const [rows] = await pool.execute<Row[]>(
    `SELECT MIN(id) AS id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? GROUP BY sender, content, timestamp ORDER BY timestamp, MIN(id)`,
    [id],
  )
  if (rows.length > 0) return rows
  const [found] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
