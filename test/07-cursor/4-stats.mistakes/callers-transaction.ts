import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  await connection.query('START TRANSACTION READ ONLY')
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
  )
  await connection.query('COMMIT')
  return { messages: rows[0]!.messages as number, averageLength: Number(rows[0]!.average ?? 0) }
}
