import type { Pool, PoolConnection } from 'mysql2/promise'

// After half a minute it is enough.
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await Promise.race([
      work(connection),
      new Promise<never>((_resolve, reject) => {
        setTimeout(() => reject(new Error('The transaction takes too long.')), 30_000).unref()
      }),
    ])
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
