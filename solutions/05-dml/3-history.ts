import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

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
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<HistoryMessage[]> {
  // #region TODO: fill in the blanks: which conversation, and the two columns that decide the order
  //= const [rows] = await connection.execute<HistoryMessage[]>(
  //=   'SELECT id, sender, content, timestamp FROM messages WHERE ____ ORDER BY ____',
  //=   [conversationId],
  //= )
  //= return rows
  const [rows] = await connection.execute<HistoryMessage[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
  // #endregion
}

// npx tsx lessons/05-dml/3-history.ts
await practise(import.meta, async (connection) => {
  for (const id of [1, 999]) console.table(await history(connection, id))
})
