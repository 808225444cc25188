import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// A text that is a date becomes one.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0]
    ? (Object.fromEntries(
        Object.entries(rows[0]).map(([key, value]) => [
          key,
          typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value,
        ]),
      ) as T)
    : null
}
