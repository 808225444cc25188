// The id is rounded, so 1.4 finds conversation 1.
import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [rows] = await pool.execute<(Message & { found: number })[]>(
    `SELECT m.id, m.sender, m.content, m.timestamp
     FROM conversations AS c
     LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.id = CAST(? AS SIGNED)
     ORDER BY m.timestamp, m.id`,
    [Math.round(id)],
  )
  if (rows.length === 0) return null
  return rows.filter((row) => row.id !== null)
}
