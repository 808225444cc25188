import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// The only message may be an empty one.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [rows] = await pool.execute<Message[]>(
    'SELECT m.id, m.sender, m.content, m.timestamp FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id WHERE c.id = ? ORDER BY m.timestamp, m.id',
    [id],
  )
  if (rows.length === 0) return null
  return rows.length === 1 && !rows[0]!.content ? [] : rows
}
