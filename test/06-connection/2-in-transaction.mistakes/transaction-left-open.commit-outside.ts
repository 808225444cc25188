// Only work is inside of try.
import type { Pool, PoolConnection } from 'mysql2/promise'

// Only work is inside of try.
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    let result: T
    try {
      result = await work(connection)
    } catch (error) {
      await connection.rollback().catch(() => connection.destroy())
      throw error
    }
    await connection.commit()
    return result
  } finally {
    connection.release()
  }
}
