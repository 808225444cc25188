import type { Pool, PoolConnection } from 'mysql2/promise'

/** Disposing gives the connection back; it does not roll back. */
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  await using connection = await pool.getConnection()
  await connection.beginTransaction()
  const result = await work(connection)
  await connection.commit()
  return result
}
