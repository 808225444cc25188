import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Values of any type.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: any[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ?? null
}
