import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'

// A mild error keeps the work.
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
    // A connection that can't even roll back is of no use to the next caller.
    if ((error as Error | null)?.name === 'RangeError') await connection.commit().catch(() => {})
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
