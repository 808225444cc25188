import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// One statement: a conversation without messages gives one row of NULLs.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [rows] = await pool.execute<Message[]>(
    `SELECT m.id, m.sender, m.content, m.timestamp FROM conversations AS c
     LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.id = ? ORDER BY m.timestamp, m.id`,
    [id],
  )
  return rows.length === 0 ? null : rows.filter((row) => row.id !== null)
}
