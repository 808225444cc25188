import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT content FROM messages')
  const lengths = rows.map((row) => Array.from(row.content as string).length)
  const sum = lengths.reduce((total, length) => total + length, 0)
  return { messages: rows.length, averageLength: rows.length === 0 ? 0 : sum / rows.length }
}
