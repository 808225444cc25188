import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const result = await connection.execute<T[]>(sql, params)
  return (result[0] as unknown as T) ?? null
}
