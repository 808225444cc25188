import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// A text in JSON is what it says.
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
          typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value,
        ]),
      ) as T)
    : null
}
