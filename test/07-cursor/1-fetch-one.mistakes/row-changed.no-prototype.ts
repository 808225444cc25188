import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Without what every object inherits.
/**
 * Runs a query and returns its first row, or null when there is none.
 * `sql` is sent as it is; each `?` in it takes a value of `params`.
 */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ? Object.assign(Object.create(null) as T, rows[0]) : null
}
