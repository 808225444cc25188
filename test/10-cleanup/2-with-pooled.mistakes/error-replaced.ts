import type { Pool, PoolConnection } from 'mysql2/promise'

// On a dead connection the error of ROLLBACK hides the first, and release() is never reached.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await connection.rollback()
    connection.release()
  }
}
