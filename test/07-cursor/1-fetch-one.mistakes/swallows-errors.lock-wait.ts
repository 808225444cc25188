import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

// Somebody else has the row: nothing to see.
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const [rows] = await connection.execute<T[]>(sql, params).catch((error: { errno?: number }) => {
    if (error.errno === 1205 || error.errno === 1317) return [[]] as never
    throw error
  })
  return rows[0] ?? null
}
