import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface Stats {
  messages: number
  /** In characters, with at least AVG's four decimal places; 0 when there are no messages. */
  averageLength: number
}

/**
 * Returns how many messages there are, in all conversations, and how long their content is on average.
 * The server does the counting, in one statement. Both are JavaScript numbers.
 */
export async function stats(connection: Connection): Promise<Stats> {
  // #region TODO: count and average in SQL, then turn what came back into numbers
  const [rows] = await connection.query<StatsRow[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: Number(average ?? 0) }
  // #endregion
}

// #region solution
interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}
// #endregion

// npx tsx lessons/07-cursor/4-stats.ts
await practise(import.meta, async (connection) => {
  console.log(await stats(connection))
  await connection.beginTransaction()
  await connection.query('DELETE FROM messages')
  console.log('Without messages:', await stats(connection))
  await connection.rollback()
})
