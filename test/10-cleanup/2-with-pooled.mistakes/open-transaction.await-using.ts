import type { Pool, PoolConnection } from 'mysql2/promise'

// Disposing a pooled connection releases it, and does no more.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  await using connection = await pool.getConnection()
  return await work(connection)
}
