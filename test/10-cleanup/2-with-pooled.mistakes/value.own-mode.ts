import type { Pool, PoolConnection } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    // reset() will undo it, but until then the work runs in it.
    await connection.query("SET SESSION sql_mode = ''")
    return await work(connection)
  } finally {
    await connection.reset().then(
      () => connection.release(),
      () => connection.destroy(),
    )
  }
}
