import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// The word NULL is none.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0]
    ? (Object.fromEntries(
        Object.entries(rows[0]).map(([key, value]) => [key, value === 'NULL' ? null : value]),
      ) as T)
    : null
}
