import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  const [[count]] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM messages')
  const [[average]] = await connection.query<RowDataPacket[]>(
    'SELECT AVG(CHAR_LENGTH(content)) AS n FROM messages',
  )
  return { messages: count!.n, averageLength: Number(average!.n ?? 0) }
}
