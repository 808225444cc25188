import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Without comments.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql.replaceAll(/--.*$/gm, ''), params)
  return rows[0] ?? null
}
