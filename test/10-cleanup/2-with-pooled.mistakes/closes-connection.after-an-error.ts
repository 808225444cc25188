import type { Pool, PoolConnection } from 'mysql2/promise'

// An error of work is no reason to close a connection that is still good.
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
