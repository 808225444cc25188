import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT CHAR_LENGTH(content) AS length FROM messages',
  )
  const sum = rows.reduce((total, row) => total + row.length, 0)
  return { messages: rows.length, averageLength: rows.length === 0 ? 0 : sum / rows.length }
}
