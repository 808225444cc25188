import type { Pool, PoolConnection } from 'mysql2/promise'

// An error that comes before the promise passes by.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  const promise = work(connection)
  try {
    return await promise
  } finally {
    await connection.rollback().then(
      () => connection.release(),
      () => connection.destroy(),
    )
  }
}
