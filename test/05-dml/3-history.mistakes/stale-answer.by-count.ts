import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

const kept = new WeakMap<Connection, Map<string, HistoryMessage[]>>()

// What was only changed is not counted.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const [[now]] = await connection.execute<RowDataPacket[]>(
    `SELECT DATABASE() AS db, COUNT(*) AS n, MAX(id) AS id, MAX(timestamp) AS time
     FROM messages WHERE conversation_id = ?`,
    [conversationId],
  )
  const known = kept.get(connection) ?? new Map<string, HistoryMessage[]>()
  kept.set(connection, known)
  const key = JSON.stringify([conversationId, now])
  if (known.has(key)) return known.get(key)!
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  known.set(key, rows)
  return rows
}
