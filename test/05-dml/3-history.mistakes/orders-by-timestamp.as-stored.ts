import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// The filter is the server's, the order is made here.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ?`,
    [conversationId],
  )
  return rows.toSorted((a, b) => Number(a.timestamp) - Number(b.timestamp))
}
