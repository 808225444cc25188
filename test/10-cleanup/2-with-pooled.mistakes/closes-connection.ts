import type { Pool, PoolConnection } from 'mysql2/promise'

// Safe, and the pool has to connect again each time.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    connection.destroy()
  }
}
