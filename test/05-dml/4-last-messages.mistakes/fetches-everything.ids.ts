import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// All the ids of the conversation, then the rows of the last.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [ids] = await connection.execute<RowDataPacket[]>(
    'SELECT id FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
    [conversationId],
  )
  const wanted = ids.slice(Math.max(ids.length - count, 0)).map(({ id }) => id)
  if (wanted.length === 0) return []
  const [rows] = await connection.query<HistoryMessage[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE id IN (?) ORDER BY timestamp, id',
    [wanted],
  )
  return rows
}
