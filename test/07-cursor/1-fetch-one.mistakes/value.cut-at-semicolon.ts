import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// One statement, and no semicolon.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql.split(';')[0]!, params)
  return rows[0] ?? null
}
