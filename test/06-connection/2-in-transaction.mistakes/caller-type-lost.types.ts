import { type Pool, type PoolConnection } from 'mysql2/promise'

// unknown is safer than any, and the caller can do nothing with it.
export async function inTransaction(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<unknown>,
): Promise<unknown> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    // A connection that can't even roll back is of no use to the next one who asks the pool.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
