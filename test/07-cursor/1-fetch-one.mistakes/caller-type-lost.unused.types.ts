import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// The type parameter is there, and the answer does not use it.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<RowDataPacket | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ?? null
}
