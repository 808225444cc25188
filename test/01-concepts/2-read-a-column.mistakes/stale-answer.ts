import type { Connection, RowDataPacket } from 'mysql2/promise'

let cache: string[] | undefined

export async function messageTexts(connection: Connection): Promise<string[]> {
  if (cache) return cache
  const [rows] = await connection.query<RowDataPacket[]>('SELECT content FROM messages')
  cache = rows.map((row): string => row.content)
  return cache
}
