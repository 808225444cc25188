import type { Pool, PoolConnection } from 'mysql2/promise'

// A connection that cannot roll back is neither released nor destroyed.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await connection.rollback().then(
      () => connection.release(),
      () => {},
    )
  }
}
