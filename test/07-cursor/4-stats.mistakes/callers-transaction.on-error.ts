import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  /** In characters, with AVG's four decimal places; 0 when there are no messages. */
  averageLength: number
}

// After an error it rolls back.
export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection
    .query<StatsRow[]>(
      'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
    )
    .catch(async (error) => {
      await connection.rollback()
      throw error
    })
  const { messages, average } = rows[0]!
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: Number(average ?? 0) }
}

interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}
