import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'

// It calls work again after a lock wait timeout.

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection).catch((e) => {
      if (e?.errno === 1205) return work(connection)
      throw e
    })
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
