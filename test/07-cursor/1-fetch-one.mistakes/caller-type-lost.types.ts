import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// No type parameter: the caller cannot say which columns there are.
export async function fetchOne(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<RowDataPacket | null> {
  const [rows] = await connection.execute<RowDataPacket[]>(sql, params)
  return rows[0] ?? null
}
