import type { Pool, PoolConnection } from 'mysql2/promise'

// The caller carries on while the transaction is still open.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    connection.rollback().catch(() => {})
    connection.release()
  }
}
