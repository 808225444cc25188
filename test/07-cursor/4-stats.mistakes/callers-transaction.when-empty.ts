import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  if (messages === 0) await connection.rollback()
  return { messages, averageLength: Number(average ?? 0) }
}
