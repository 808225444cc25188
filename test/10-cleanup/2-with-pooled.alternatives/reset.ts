import type { Pool, PoolConnection } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    // Rolls back, and forgets variables, temporary tables and prepared statements as well.
    await connection.reset().then(
      () => connection.release(),
      () => connection.destroy(),
    )
  }
}
