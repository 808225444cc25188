import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [{ length, 0: row }] = await connection.execute<T[]>({ sql, values: params })
  return length > 0 ? row! : null
}
