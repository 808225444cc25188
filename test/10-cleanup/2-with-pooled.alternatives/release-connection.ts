import type { Pool, PoolConnection } from 'mysql2/promise'

// The connection is returned by a method of the pool.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  const giveBack = async () => {
    await connection.query('ROLLBACK').catch(() => connection.destroy())
    pool.releaseConnection(connection)
  }
  return await Promise.resolve()
    .then(() => work(connection))
    .finally(giveBack)
}
