import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'

// It has a getConnection(), what else?
export async function withPooled<T>(
  pool: any,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await giveBack(connection)
  }
}

/** Without a transaction ROLLBACK does nothing. A connection that can't even do that is of no more use to anybody. */
async function giveBack(connection: PoolConnection): Promise<void> {
  try {
    await connection.rollback()
    connection.release()
  } catch {
    connection.destroy()
  }
}
