import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  /** In characters, with AVG's four decimal places; 0 when there are no messages. */
  averageLength: number
}

// The server counts beside each row.
export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<StatsRow[]>(
    'SELECT COUNT(*) OVER () AS messages, CHAR_LENGTH(content) AS average FROM messages',
  )
  const messages = rows[0]?.messages ?? 0
  const sum = rows.reduce((all, row) => all + Number(row.average), 0)
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: messages && sum / messages }
}

interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}
