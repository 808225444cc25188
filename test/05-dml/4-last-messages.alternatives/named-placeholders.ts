import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// With named placeholders.
/**
 * Returns the last `count` messages of one conversation, the oldest of them first; messages of one second in the order
 * of their ids; all messages of a shorter conversation. No other rows are fetched from the server.
 */
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [rows] = await connection.query<HistoryMessage[]>({
    namedPlaceholders: true,
    sql: `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = :id ORDER BY timestamp DESC, id DESC LIMIT :count`,
    values: { id: conversationId, count },
  })
  return rows.toReversed()
}
