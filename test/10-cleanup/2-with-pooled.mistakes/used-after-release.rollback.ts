import type { Pool, PoolConnection } from 'mysql2/promise'

// It rolls back when somebody else may have the connection.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    connection.release()
    await connection.rollback().catch(() => {})
  }
}
