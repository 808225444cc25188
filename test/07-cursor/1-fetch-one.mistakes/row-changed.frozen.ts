import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Nobody may change it.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ? Object.freeze(rows[0]) : null
}
