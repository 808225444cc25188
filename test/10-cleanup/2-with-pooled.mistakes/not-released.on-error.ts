import type { Pool, PoolConnection } from 'mysql2/promise'

// Given back after success only.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  const result = await work(connection)
  await connection.rollback()
  connection.release()
  return result
}
