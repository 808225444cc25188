import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool, PoolConnection } from 'mysql2/promise'

// A call within the work of another one gets the same connection, even from another pool.
const current = new AsyncLocalStorage<unknown>()

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const outer = current.getStore()
  if (outer) return work(outer as PoolConnection)
  const connection = await pool.getConnection()
  try {
    return await current.run(connection, () => work(connection))
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
