import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  /** In characters, with AVG's four decimal places; 0 when there are no messages. */
  averageLength: number
}

// Opens another connection.
export async function stats(connection: Connection): Promise<Stats> {
  const { host, port, user, password, database } = connection.config
  const own = await createConnection({ host, port, user, password, database })
  const [rows] = await own.query<StatsRow[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
  )
  await own.end()
  const { messages, average } = rows[0]!
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: Number(average ?? 0) }
}

interface StatsRow extends RowDataPacket {
  messages: number
  average: string | null
}
