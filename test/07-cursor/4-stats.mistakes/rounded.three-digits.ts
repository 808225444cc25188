import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
  )
  return {
    messages: rows[0]!.messages as number,
    averageLength: Number(Number(rows[0]!.average ?? 0).toFixed(3)),
  }
}
