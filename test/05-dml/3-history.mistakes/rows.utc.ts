import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// A Date, but made here, as if the driver were in UTC.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const [rows] = await connection.execute<HistoryMessage[]>({
    sql: `SELECT id, sender, content, CAST(timestamp AS CHAR) AS timestamp FROM messages
      WHERE conversation_id = ? ORDER BY messages.timestamp, id`,
    values: [conversationId],
  })
  for (const row of rows) row.timestamp = new Date(`${String(row.timestamp).replace(' ', 'T')}Z`)
  return rows
}
