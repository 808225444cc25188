import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Returns early, before the release.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const connection = await pool.getConnection()
  const [messages] = await connection.execute<Message[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await connection.execute<RowDataPacket[]>(
    'SELECT 1 FROM conversations WHERE id = ?',
    [id],
  )
  connection.release()
  return found.length > 0 ? [] : null
}
