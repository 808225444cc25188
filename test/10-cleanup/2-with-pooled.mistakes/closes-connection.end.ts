import type { Pool, PoolConnection } from 'mysql2/promise'

// In Python close() gives a pooled connection back; here end() means the end.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
