import type { Pool, PoolConnection } from 'mysql2/promise'

// Rolls back when somebody else may have it.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    connection.release()
    await connection.query('ROLLBACK').catch(() => connection.destroy())
  }
}
