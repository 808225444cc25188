import type { Connection, RowDataPacket } from 'mysql2/promise'

let cache: string[] | undefined

export async function listTables(connection: Connection): Promise<string[]> {
  if (cache) return cache
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  cache = rows.flatMap((row) => Object.values(row))
  return cache
}
