import type { Pool, PoolConnection } from 'mysql2/promise'

// What work writes without its own transaction is rolled back.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  await connection.beginTransaction()
  try {
    const r = await work(connection)
    await connection.rollback()
    return r
  } catch (e) {
    await connection.rollback().catch(() => {})
    throw e
  } finally {
    connection.release()
  }
}
