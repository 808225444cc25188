import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

/**
 * Returns the last `count` messages of one conversation, the oldest of them first; messages of one second in the order
 * of their ids; all messages of a shorter conversation. No other rows are fetched from the server.
 */
export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  // TODO: LIMIT takes the first rows of an order, so begin with the newest; then reverse them
  const [rows] = await connection.execute<HistoryMessage[]>('SELECT ____', [])
  return rows
}

// npx tsx lessons/05-dml/4-last-messages.ts
await practise(import.meta, async (connection) => {
  for (const count of [1, 3, 100]) console.table(await lastMessages(connection, 1, count))
})
