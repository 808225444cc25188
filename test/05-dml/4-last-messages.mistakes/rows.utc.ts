import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// A Date, but made here, as if the driver were in UTC.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, CAST(timestamp AS CHAR) AS timestamp FROM messages
     WHERE conversation_id = ? ORDER BY messages.timestamp DESC, id DESC LIMIT ?`,
    [conversationId, count],
  )
  for (const row of rows) row.timestamp = new Date(`${String(row.timestamp).replace(' ', 'T')}Z`)
  return rows.toReversed()
}
