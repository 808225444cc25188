import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

/**
 * Returns the messages of one conversation, the oldest first; messages of one second in the order of their ids.
 * For a conversation that is empty or does not exist it returns an empty array.
 */
const known = new Map<number, HistoryMessage[]>()

export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const old = known.get(conversationId)
  if (old) return old
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  known.set(conversationId, rows)
  return rows
}
