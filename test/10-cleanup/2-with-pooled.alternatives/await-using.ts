import type { Pool, PoolConnection } from 'mysql2/promise'

// What is declared last is disposed of first: ROLLBACK, then release.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  await using connection = await pool.getConnection()
  await using _clean = { [Symbol.asyncDispose]: () => connection.rollback().catch(() => {}) }
  return await work(connection)
}
