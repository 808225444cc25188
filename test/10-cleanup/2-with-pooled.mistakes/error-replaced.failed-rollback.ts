import type { Pool, PoolConnection } from 'mysql2/promise'

// On a connection that is alive, the error of the rollback hides the first one.
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

async function giveBack(connection: PoolConnection): Promise<void> {
  try {
    await connection.rollback()
  } catch (error) {
    if ((error as { errno?: number }).errno) throw error
  } finally {
    connection.release()
  }
}
