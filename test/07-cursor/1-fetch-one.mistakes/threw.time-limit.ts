import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>({ sql, timeout: 1000 }, params)
  return rows[0] ?? null
}
