import type { Pool, PoolConnection } from 'mysql2/promise'

// Half of a transaction is saved.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await connection.commit().catch(() => {})
    connection.release()
  }
}
