import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

const kept = new Map<string, HistoryMessage[]>()

// What was only changed is not noticed.
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [[now]] = await connection.execute<RowDataPacket[]>(
    `SELECT DATABASE() AS db, COUNT(*) AS n, MAX(id) AS id, MAX(timestamp) AS time
     FROM messages WHERE conversation_id = ?`,
    [conversationId],
  )
  const key = JSON.stringify([conversationId, count, now])
  if (kept.has(key)) return kept.get(key)!
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp DESC, id DESC LIMIT ?`,
    [conversationId, String(count)],
  )
  kept.set(key, rows.toReversed())
  return kept.get(key)!
}
