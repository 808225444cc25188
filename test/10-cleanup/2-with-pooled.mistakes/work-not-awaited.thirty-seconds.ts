import { setTimeout as delay } from 'node:timers/promises'
import type { Pool, PoolConnection } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await Promise.race([
      work(connection),
      delay(30_000, undefined, { ref: false }).then(() => {
        throw new Error('Too slow')
      }),
    ])
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
