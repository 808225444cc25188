import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

/** A copy that nobody else holds: its dates are strings. */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ? (JSON.parse(JSON.stringify(rows[0])) as T) : null
}
