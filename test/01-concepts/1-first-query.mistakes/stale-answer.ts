import type { Connection, RowDataPacket } from 'mysql2/promise'

let cache: RowDataPacket[] | undefined

export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  if (cache) return cache
  const [rows] = await connection.query<RowDataPacket[]>('SELECT title FROM conversations')
  cache = rows
  return rows
}
