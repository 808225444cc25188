import { AsyncLocalStorage } from 'node:async_hooks'
import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'

const open = new AsyncLocalStorage<PoolConnection>()

// A call within a call is the same transaction.
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const around = open.getStore()
  if (around) return work(around)
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await open.run(connection, () => work(connection))
    await connection.commit()
    return result
  } catch (error) {
    // A connection that can't even roll back is of no use to the next caller.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
