import type { Connection, RowDataPacket } from 'mysql2/promise'

interface HistoryMessage extends RowDataPacket {
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
    `SELECT m.id, m.sender, m.content, m.timestamp
     FROM conversations c JOIN messages m ON m.conversation_id = c.id
     WHERE c.id = ? ORDER BY m.timestamp, m.id`,
    [conversationId],
  )
  return rows
}
