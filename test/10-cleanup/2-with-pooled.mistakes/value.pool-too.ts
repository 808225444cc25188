import type { Pool, PoolConnection } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await (work as (...all: unknown[]) => Promise<T>)(connection, pool)
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
