import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  /** In characters, with AVG's four decimal places; 0 when there are no messages. */
  averageLength: number
}

// Without what is not seen.
export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<StatsRow[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(REPLACE(content, CHAR(0), ""))) AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: Number(average ?? 0) }
}

interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}
