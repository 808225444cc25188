import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// A row of which nothing is known counts as no row.

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  const row = rows[0]
  return row && Object.values(row).some((value) => value !== null) ? row : null
}
