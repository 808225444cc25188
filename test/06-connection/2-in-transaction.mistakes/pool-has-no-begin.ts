import type { Pool, PoolConnection } from 'mysql2/promise'

/** It compiles: the type of Pool promises what the pool does not have. */
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  await pool.beginTransaction()
  try {
    const result = await work(pool as unknown as PoolConnection)
    await pool.commit()
    return result
  } catch (error) {
    await pool.rollback()
    throw error
  }
}
