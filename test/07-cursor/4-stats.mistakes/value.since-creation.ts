// A message that is older than its conversation (two clocks, an import) is not counted.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  /** In characters, with AVG's four decimal places; 0 when there are no messages. */
  averageLength: number
}

interface Row extends RowDataPacket {
  messages: number
  average: string | null
}

export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<Row[]>(
    `SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average
     FROM messages AS m JOIN conversations AS c
       ON c.id = m.conversation_id AND m.timestamp >= c.created_at`,
  )
  const { messages, average } = rows[0]!
  return { messages, averageLength: Number(average ?? 0) }
}
