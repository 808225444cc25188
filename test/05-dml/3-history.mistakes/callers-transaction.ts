import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Begins a transaction, whatever the caller has begun.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  await connection.beginTransaction()
  try {
    const answer = await ask(connection, conversationId)
    await connection.commit()
    return answer
  } catch (error) {
    await connection.rollback()
    throw error
  }
}

async function ask(connection: Connection, conversationId: number): Promise<HistoryMessage[]> {
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
