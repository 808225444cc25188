import type { Pool, PoolConnection } from 'mysql2/promise'

// A guard that is disposed of.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  await using _ = {
    async [Symbol.asyncDispose]() {
      const clean = await connection.query('ROLLBACK').then(
        () => true,
        () => false,
      )
      if (clean) connection.release()
      else connection.destroy()
    },
  }
  return await Promise.resolve(connection).then(work)
}
