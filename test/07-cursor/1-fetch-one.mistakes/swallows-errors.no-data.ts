import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  try {
    const [rows] = await connection.execute<T[]>(sql, params)
    return rows[0] ?? null
  } catch (error) {
    const { errno, sqlState } = error as any
    if (sqlState === '02000') return null
    throw error
  }
}
