import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Page by page, each after the last message that is known.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const all: HistoryMessage[] = []
  let after = ['1970-01-01 00:00:00', -(2 ** 31)] as unknown[]
  for (;;) {
    const [rows] = await connection.query<HistoryMessage[]>(
      `SELECT id, sender, content, timestamp FROM messages
       WHERE conversation_id = ? AND (timestamp > ? OR timestamp = ? AND id > ?)
       ORDER BY timestamp, id LIMIT 250`,
      [conversationId, after[0], after[0], after[1]],
    )
    all.push(...rows)
    if (rows.length < 250) return all
    after = [rows.at(-1)!.timestamp, rows.at(-1)!.id]
  }
}
