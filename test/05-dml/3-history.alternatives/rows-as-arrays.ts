import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

// Rows as arrays, then as objects.
/**
 * Returns the messages of one conversation, the oldest first; messages of one second in the order of their ids.
 * For a conversation that is empty or does not exist it returns an empty array.
 */
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  const [rows, fields] = await connection.execute<RowDataPacket[][]>(
    {
      rowsAsArray: true,
      sql: `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    },
    [conversationId],
  )
  return rows.map(
    (row) => Object.fromEntries(fields.map(({ name }, at) => [name, row[at]])) as HistoryMessage,
  )
}
