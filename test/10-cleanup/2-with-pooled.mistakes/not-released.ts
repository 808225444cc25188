import type { Pool, PoolConnection } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  return work(connection)
}
