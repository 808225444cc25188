import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  if (!rows[0]) return null
  const trimmed = Object.entries(rows[0]).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.trim() : (value as unknown),
  ])
  return Object.fromEntries(trimmed) as T
}
