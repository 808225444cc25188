import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  /** In characters, with AVG's four decimal places; 0 when there are no messages. */
  averageLength: number
}

interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}

export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<StatsRow[]>(
    `SELECT COUNT(*) AS messages, AVG(LENGTH(CONVERT(content USING utf16)) DIV 2) AS average
     FROM messages`,
  )
  return { messages: rows[0]?.messages ?? 0, averageLength: Number(rows[0]?.average ?? 0) }
}
