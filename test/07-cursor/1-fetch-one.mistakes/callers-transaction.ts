import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  await connection.beginTransaction()
  try {
    const [rows] = await connection.execute<T[]>(sql, params)
    await connection.commit()
    return rows[0] ?? null
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
