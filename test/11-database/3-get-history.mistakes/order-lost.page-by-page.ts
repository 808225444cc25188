import { type Pool, type RowDataPacket } from 'mysql2/promise'

// Pages by id, and only within a page the order is by time.
export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

const size = 100

export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [found] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
    id,
  ])
  if (found.length === 0) return null
  const all: Message[] = []
  let last = Number.MIN_SAFE_INTEGER
  for (;;) {
    const [page] = await pool.query<Message[]>(
      `SELECT * FROM (
         SELECT id, sender, content, timestamp FROM messages
         WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT ${size}
       ) AS page ORDER BY timestamp, id`,
      [id, last],
    )
    all.push(...page)
    if (page.length < size) return all
    last = Math.max(...page.map((message) => message.id))
  }
}
