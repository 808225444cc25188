import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// Archived and without messages, it still exists.

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [messages] = await pool.execute<Message[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE id = ? AND is_archived = FALSE',
    [id],
  )
  return found.length > 0 ? [] : null
}
