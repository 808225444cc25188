import type { Pool, PoolConnection } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    const result = await work(connection)
    return Array.isArray(result) ? ([...result] as T) : result
  } finally {
    await connection.rollback().then(
      () => connection.release(),
      () => connection.destroy(),
    )
  }
}
