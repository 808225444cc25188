import type { Connection, RowDataPacket } from 'mysql2/promise'

// The sum and the number come from the server.

export interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<StatsRow[]>(
    'SELECT COUNT(*) AS messages, ROUND(SUM(CHAR_LENGTH(content)) / COUNT(*), 4) + 0e0 AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: Number(average) }
}

interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}
