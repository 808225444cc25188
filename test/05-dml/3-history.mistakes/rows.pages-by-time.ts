import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Page by page: but a page may end within a second.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const all: HistoryMessage[] = []
  for (let after = new Date(0); ; after = all.at(-1)!.timestamp) {
    const [rows] = await connection.query<HistoryMessage[]>(
      `SELECT id, sender, content, timestamp FROM messages
       WHERE conversation_id = ? AND timestamp > ? ORDER BY timestamp, id LIMIT 200`,
      [conversationId, after],
    )
    all.push(...rows)
    if (rows.length < 200) return all
  }
}
