import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages WHERE id > 0`,
  )
  return { messages: row!.messages, averageLength: Number(row!.average ?? 0) }
}
