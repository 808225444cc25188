import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Takes the values out of the caller’s array.

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params.splice(0))
  return rows[0] ?? null
}
