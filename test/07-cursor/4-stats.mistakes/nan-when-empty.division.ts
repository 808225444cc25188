import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS messages, SUM(CHAR_LENGTH(content)) AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  return { messages, averageLength: Number(average) / messages }
}
