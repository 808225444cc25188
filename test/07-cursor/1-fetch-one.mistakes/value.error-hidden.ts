import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// The error is replaced.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params).catch(() => {
    throw new Error('The query failed.')
  })
  return rows[0] ?? null
}
