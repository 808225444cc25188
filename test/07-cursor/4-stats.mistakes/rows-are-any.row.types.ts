import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  averageLength: number
}

// The row is passed on, and the compiler does not know any of its columns.
export async function stats(connection: Connection): Promise<RowDataPacket> {
  const [rows] = await connection.query<StatsRow[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: Number(average ?? 0) } as unknown as RowDataPacket
}

interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}
