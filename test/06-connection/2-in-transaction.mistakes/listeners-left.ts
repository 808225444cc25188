// Each call leaves a listener on the pool's connection.
import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let lost = false
  connection.on('error', () => {
    lost = true
  })
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    if (!lost) await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
