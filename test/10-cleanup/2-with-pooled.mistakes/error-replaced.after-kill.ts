import type { Pool, PoolConnection } from 'mysql2/promise'

// Work has caught the lost connection and returned; the ROLLBACK that cannot be done hides that.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let r: T
  try {
    r = await work(connection)
  } catch (e) {
    try {
      await connection.rollback()
      connection.release()
    } catch {
      connection.destroy()
    }
    throw e
  }
  await connection.rollback()
  connection.release()
  return r
}
