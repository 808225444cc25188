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
  try {
    const [rows] = await connection.execute<HistoryMessage[]>(
      'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC LIMIT ?',
      [conversationId, count],
    )
    return rows.toReversed()
  } catch (error) {
    if ((error as { errno?: number }).errno === 3024) return []
    throw error
  }
}
