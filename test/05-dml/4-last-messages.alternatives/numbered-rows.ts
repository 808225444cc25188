import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
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
    `SELECT id, sender, content, timestamp FROM (
       SELECT id, sender, content, timestamp, ROW_NUMBER() OVER (ORDER BY timestamp DESC, id DESC) AS place
       FROM messages WHERE conversation_id = ?
     ) AS numbered WHERE place <= ? ORDER BY timestamp, id`,
    [conversationId, count],
  )
  return rows
}
