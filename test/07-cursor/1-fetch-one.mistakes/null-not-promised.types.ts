import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// The null is cast away, and the caller does not find out that there may be none.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return (rows[0] ?? null) as T
}
