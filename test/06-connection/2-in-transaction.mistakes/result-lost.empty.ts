import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'

// An empty list becomes null.
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return (Array.isArray(result) && result.length === 0 ? null : result) as T
  } catch (error) {
    // A connection that can't even roll back is of no use to the next caller.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
