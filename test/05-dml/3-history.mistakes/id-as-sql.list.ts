// Wrong: FIND_IN_SET reads the id as a list, so '1,2' gives two conversations.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE FIND_IN_SET(conversation_id, ?) ORDER BY timestamp, id`,
    [String(conversationId)],
  )
  return rows
}
