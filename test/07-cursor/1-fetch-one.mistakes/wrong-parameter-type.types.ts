import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Whatever is handed in will do.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: any,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ?? null
}
