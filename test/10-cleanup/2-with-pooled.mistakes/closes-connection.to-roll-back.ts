import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'

// The server rolls back when the connection is gone.

/**
 * Borrows a connection from the pool for `work` and gives it back clean: a transaction that `work` left open is rolled
 * back first. Works with a pool of one connection, any number of times, even after an error or a KILL.
 * @returns what `work` returned
 * @throws what `work` threw, or what kept the pool from lending a connection
 */
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await giveBack(connection)
  }
}

/** Without a transaction ROLLBACK does nothing. A connection that can't even do that is no longer of use to anybody. */
async function giveBack(connection: PoolConnection): Promise<void> {
  try {
    await connection.query('SAVEPOINT open')
    if (
      await connection.query('RELEASE SAVEPOINT open').then(
        () => true,
        () => false,
      )
    )
      throw new Error('open')
    connection.release()
  } catch {
    connection.destroy()
  }
}
