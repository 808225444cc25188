// Wrong: a fatal error may come from another connection; here it costs the pool a good one.
import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let lost = false
  try {
    return await work(connection)
  } catch (error) {
    lost = (error as { fatal?: unknown } | null)?.fatal === true
    throw error
  } finally {
    if (!lost) await connection.rollback().catch(() => (lost = true))
    if (lost) connection.destroy()
    else connection.release()
  }
}
