import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'

// Messages of one minute are in the order of their ids.

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

/**
 * Returns the messages of one conversation, the oldest first; messages of one second in the order of their ids.
 * @returns an empty array when the conversation has no messages; `null` when there is no such conversation
 */
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [messages] = await pool.execute<Message[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY UNIX_TIMESTAMP(timestamp) DIV 60, id`,
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
