import type { Pool, PoolConnection } from 'mysql2/promise'

// A falsy error is mistaken for no error.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let failure: unknown
  let result: T | undefined
  try {
    result = await work(connection)
  } catch (error) {
    failure = error
  }
  await connection.rollback().then(
    () => connection.release(),
    () => connection.destroy(),
  )
  if (failure) throw failure
  return result as T
}
