// Wrong: UNLOCK TABLES comes before the rollback; if work had locked tables, that commits its transaction.
import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise'

async function giveBack(connection: PoolConnection): Promise<void> {
  try {
    await connection.query('UNLOCK TABLES')
    await connection.query('ROLLBACK')
    connection.release()
  } catch {
    connection.destroy()
  }
}

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
