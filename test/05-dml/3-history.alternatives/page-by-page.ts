import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// In pages, each after the last row of the one before.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const all: HistoryMessage[] = []
  for (;;) {
    const last = all.at(-1)
    const [page] = await connection.query<HistoryMessage[]>(
      `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? AND ${
        last ? '(UNIX_TIMESTAMP(timestamp), id) > (?, ?)' : 'TRUE'
      } ORDER BY timestamp, id LIMIT 100`,
      last ? [conversationId, last.timestamp.getTime() / 1000, last.id] : [conversationId],
    )
    all.push(...page)
    if (page.length < 100) return all
  }
}
