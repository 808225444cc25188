// Wrong: folds the count into 32 bits, so that a very large count asks for none.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ?
     ORDER BY timestamp DESC, id DESC LIMIT ?`,
    [conversationId, count | 0],
  )
  return rows.toReversed()
}
