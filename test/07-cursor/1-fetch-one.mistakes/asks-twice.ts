import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [found] = await connection.execute<T[]>(sql, params)
  if (found.length === 0) return null
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0]!
}
