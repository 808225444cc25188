import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS messages, IFNULL(AVG(OCTET_LENGTH(CONVERT(content USING utf32)) DIV 4), 0) + 0e0 AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  return { messages, averageLength: Math.round(average * 10_000) / 10_000 }
}
