import { type Pool, type RowDataPacket } from 'mysql2/promise'

// The session's own time, read as Greenwich time.
export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

interface Packed extends RowDataPacket {
  history: { id: number; sender: 'user' | 'ai'; content: string; timestamp: string }[] | null
}

export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [rows] = await pool.execute<Packed[]>(
    `SELECT (
       SELECT JSON_ARRAYAGG(JSON_OBJECT(
         'id', m.id, 'sender', m.sender, 'content', m.content,
         'timestamp', DATE_FORMAT(m.timestamp, '%Y-%m-%dT%H:%i:%sZ')))
       FROM messages AS m WHERE m.conversation_id = c.id
     ) AS history FROM conversations AS c WHERE c.id = ?`,
    [id],
  )
  const [row] = rows
  if (!row) return null
  return (row.history ?? [])
    .map((message) => ({ ...message, timestamp: new Date(message.timestamp) }) as Message)
    .toSorted((a, b) => a.timestamp.getTime() - b.timestamp.getTime() || a.id - b.id)
}
