import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: number
}

// A TIMESTAMP comes as a Date, not as a number.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC LIMIT ?`,
    [conversationId, count],
  )
  return rows.toReversed()
}
