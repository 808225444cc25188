import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

/** As Python's fetchone() gives it: a tuple. */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>({ sql, rowsAsArray: true }, params)
  return rows[0] ?? null
}
