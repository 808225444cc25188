import type { Pool, PoolConnection } from 'mysql2/promise'

// An AsyncDisposableStack puts away in the reverse order.

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  const putAway = [
    () => connection.query('ROLLBACK'),
    async () => pool.releaseConnection(connection),
  ]
  const outcome = await Promise.resolve(connection)
    .then(work)
    .then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error
      },
    )
  try {
    for (const one of putAway) await one()
  } catch {
    connection.destroy()
  }
  return outcome()
}
