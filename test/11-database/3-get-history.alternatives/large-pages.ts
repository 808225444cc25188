import type { Pool, RowDataPacket } from 'mysql2/promise'

// In pages of 5,000: most histories fit on the first one.
interface Row extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function getHistory(pool: Pool, id: number): Promise<Row[] | null> {
  const all: Row[] = []
  for (;;) {
    const [page] = await pool.query<Row[]>(
      `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ?
       ORDER BY timestamp, id LIMIT 5000 OFFSET ?`,
      [id, all.length],
    )
    all.push(...page)
    if (page.length < 5000) break
  }
  if (all.length > 0) return all
  const [[found]] = await pool.query<RowDataPacket[]>(
    'SELECT EXISTS (SELECT 1 FROM conversations WHERE id = ?) AS found',
    [id],
  )
  return found!.found ? [] : null
}
