import type { Pool, PoolConnection } from 'mysql2/promise'

// Of the pair that mysql2 returns, the rows.
/**
 * Runs `work` in a transaction, on one connection of the pool.
 * When `work` resolves, the transaction is committed and its result is returned. When it throws, the transaction is
 * rolled back and the same error is thrown. Either way the connection goes back to the pool with no transaction open.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return (Array.isArray(result) && result.length === 2 ? result[0] : result) as T
  } catch (error) {
    // A connection that can't even roll back is of no use to the next caller.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
