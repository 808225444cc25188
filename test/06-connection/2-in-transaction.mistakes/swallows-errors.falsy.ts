import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let failure: unknown
  let result: T | undefined
  try {
    await connection.beginTransaction()
    result = await work(connection)
    await connection.commit()
  } catch (error) {
    failure = error
    await connection.rollback().catch(() => connection.destroy())
  }
  connection.release()
  if (failure) throw failure
  return result as T
}
