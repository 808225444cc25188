import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  await pool.query('START TRANSACTION')
  try {
    const result = await work(pool as unknown as PoolConnection)
    await pool.query('COMMIT')
    return result
  } catch (error) {
    await pool.query('ROLLBACK')
    throw error
  }
}
