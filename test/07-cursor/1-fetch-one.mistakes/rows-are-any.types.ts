import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// The row may be anything, so the type is, too.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<any> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ?? null
}
