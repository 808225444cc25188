import type { Connection, RowDataPacket } from 'mysql2/promise'
export interface Stats {
  messages: number
  averageLength: number
}
export async function stats(connection: Connection): Promise<Stats> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    `SELECT (SELECT TABLE_ROWS FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'messages') AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages`,
  )
  return { messages: Number(row!.messages), averageLength: Number(row!.average ?? 0) }
}
