import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Asks for the conversation first, on one connection.
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const connection = await pool.getConnection()
  try {
    const [[conversation]] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id = ?',
      [id],
    )
    if (!conversation) return null
    const [messages] = await connection.execute<Message[]>(
      'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp ASC, id ASC',
      [id],
    )
    return messages
  } finally {
    connection.release()
  }
}
