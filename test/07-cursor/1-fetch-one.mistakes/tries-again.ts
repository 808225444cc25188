// A deadlock is tried once more.
import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params).catch((error: { errno?: number }) => {
    if (error.errno !== 1213) throw error
    return connection.execute<T[]>(sql, params)
  })
  return rows[0] ?? null
}
