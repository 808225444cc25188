// A deadlock: once more.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  return once(connection).catch((error: { errno?: number }) => {
    if (error.errno !== 1213 && error.errno !== 1205) throw error
    return once(connection)
  })
}

async function once(connection: Connection): Promise<Stats> {
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
