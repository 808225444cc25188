import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  /** In characters, with AVG's four decimal places; 0 when there are no messages. */
  averageLength: number
}

interface Row extends RowDataPacket {
  messages: number
  average: number | null
}

export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<Row[]>(
    `SELECT COUNT(*) AS messages, TRUNCATE(SUM(CHAR_LENGTH(content)) * 1e0 / COUNT(*), 4) AS average FROM messages`,
  )
  const { messages, average } = rows[0]!
  return { messages, averageLength: average ?? 0 }
}
