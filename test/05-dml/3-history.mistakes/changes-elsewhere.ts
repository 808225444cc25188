import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Keeps a record of who asked, in the practice database.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  await connection
    .query('UPDATE ai_chat_db.conversations SET title = title WHERE FALSE')
    .catch(() => {})
  return ask(connection, conversationId)
}

async function ask(connection: Connection, conversationId: number): Promise<HistoryMessage[]> {
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
