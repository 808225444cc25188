import type { Connection, RowDataPacket } from 'mysql2/promise'

// Two digits look like enough.
export async function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS messages, ROUND(AVG(CHAR_LENGTH(content)), 2) AS average FROM messages',
  )
  const { messages, average } = rows[0]!
  return { messages, averageLength: Number(average ?? 0) }
}
