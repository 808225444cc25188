import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// query() takes a number for LIMIT as well.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [rows] = await connection.query<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC LIMIT ?`,
    [conversationId, count],
  )
  return rows.toSorted((a, b) => Number(a.timestamp) - Number(b.timestamp) || a.id - b.id)
}
