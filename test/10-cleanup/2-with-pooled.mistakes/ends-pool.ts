import type { Pool, PoolConnection } from 'mysql2/promise'

// Ends what it has only borrowed from.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await connection.rollback().catch(() => {})
    connection.release()
    await pool.end()
  }
}
