import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  averageLength: number
}

// Any type will do, somebody in a hurry thought.
export async function stats(connection: Connection): Promise<any> {
  const [rows] = await connection.query<StatsRow[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: Number(average ?? 0) }
}

interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}
