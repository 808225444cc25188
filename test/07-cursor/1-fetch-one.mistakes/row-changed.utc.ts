import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Times are in UTC.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>({ sql, values: params, timezone: 'Z' } as never)
  return rows[0] ?? null
}
