import type { Pool, PoolConnection } from 'mysql2/promise'

// After an error of work the connection is still good: it need not be closed.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    const r = await work(connection)
    await connection.rollback()
    connection.release()
    return r
  } catch (e) {
    connection.destroy()
    throw e
  }
}
