import type { Pool, PoolConnection } from 'mysql2/promise'

// The calls wait for each other, whatever the pool could lend.
let last: Promise<unknown> = Promise.resolve()

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const turn = last.then(() => lend(pool, work))
  last = turn.catch(() => {})
  return await turn
}

async function lend<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
