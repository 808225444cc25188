// After a server error the connection is thrown away.
import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'

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
    await connection.rollback().catch(() => connection.destroy())
    if ((error as { errno?: number } | null)?.errno) connection.destroy()
    throw error
  } finally {
    connection.release()
  }
}
