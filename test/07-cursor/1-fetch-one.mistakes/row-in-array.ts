import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

/** Mistakes the rows for the row. */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [row] = await connection.execute<T[]>(sql, params)
  return row.length > 0 ? (row as unknown as T) : null
}
