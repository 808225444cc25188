import type { Pool, PoolConnection } from 'mysql2/promise'

// A pool that refuses is asked once more.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection().catch(() => pool.getConnection())
  try {
    return await work(connection)
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
