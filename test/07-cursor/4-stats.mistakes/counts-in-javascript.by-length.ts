import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT CHAR_LENGTH(content) AS length, COUNT(*) AS n FROM messages GROUP BY 1',
  )
  const messages = rows.reduce((a, { n }) => a + n, 0)
  const sum = rows.reduce((a, { n, length }) => a + n * length, 0)
  return { messages, averageLength: messages ? Number((sum / messages).toFixed(4)) : 0 }
}
