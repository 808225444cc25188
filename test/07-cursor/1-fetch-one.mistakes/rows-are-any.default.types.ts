import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Without a type argument the row is any.
export async function fetchOne<T extends RowDataPacket = any>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ?? null
}
