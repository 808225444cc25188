// Each way out releases for itself.
import type { Pool, PoolConnection } from 'mysql2/promise'

// Each way out releases for itself.
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  const attempt = async () => {
    await connection.query('BEGIN')
    const value = await work(connection)
    await connection.query('COMMIT')
    return value
  }
  const [outcome] = await Promise.allSettled([attempt()])
  if (outcome.status === 'fulfilled') {
    connection.release()
    return outcome.value
  }
  const [undone] = await Promise.allSettled([connection.query('ROLLBACK')])
  if (undone.status === 'fulfilled') connection.release()
  else connection.destroy()
  throw outcome.reason
}
