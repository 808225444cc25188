import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// First the ids, then the rows; nothing is asked where there is nothing to ask.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [ids] = await connection.query<RowDataPacket[]>({
    sql: `SELECT id FROM messages WHERE conversation_id = ?
      ORDER BY timestamp DESC, id DESC LIMIT 0, ?`,
    values: [conversationId, count],
    rowsAsArray: true,
  })
  if (ids.length === 0) return []
  const [rows] = await connection.query<HistoryMessage[]>(
    'SELECT id, sender, content, timestamp FROM messages WHERE id IN (?) ORDER BY timestamp, id',
    [ids.flat()],
  )
  return rows
}
