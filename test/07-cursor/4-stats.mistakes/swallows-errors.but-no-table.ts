import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Stats {
  messages: number
  averageLength: number
}

export async function stats(connection: Connection): Promise<Stats> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
    )
    return { messages: rows[0]!.messages as number, averageLength: Number(rows[0]!.average ?? 0) }
  } catch (error) {
    if ((error as { errno?: number }).errno === 1146) throw error
    return { messages: 0, averageLength: 0 }
  }
}
