import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

/** One row is wanted, so no more than one is asked for. */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const one = /\blimit\s+\d+\s*$/i.test(sql) ? sql.replace(/\blimit\s+\d+\s*$/i, 'LIMIT 1') : sql
  const [rows] = await connection.execute<T[]>(one, params)
  return rows[0] ?? null
}
