import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Ten values are enough.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params.slice(0, 10))
  return rows[0] ?? null
}
