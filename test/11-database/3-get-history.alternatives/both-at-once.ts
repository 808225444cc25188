import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Two connections of the pool, side by side when it has them.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [[messages], [found]] = await Promise.all([
    pool.execute<Message[]>(
      `SELECT id, sender, content, timestamp FROM messages
       WHERE conversation_id = ? ORDER BY timestamp, id`,
      [id],
    ),
    pool.execute<RowDataPacket[]>(
      'SELECT EXISTS (SELECT 1 FROM conversations WHERE id = ?) AS yes',
      [id],
    ),
  ])
  return found[0]!.yes ? messages : null
}
