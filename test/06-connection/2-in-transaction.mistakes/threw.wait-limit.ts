// Waits a second for a connection, no longer.
import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await Promise.race([
    pool.getConnection(),
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('No connection in time')), 1000).unref()
    }),
  ])
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    // A connection that can't even roll back is of no use to the next caller.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
