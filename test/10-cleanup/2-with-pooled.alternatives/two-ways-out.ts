import type { Pool, PoolConnection } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let result: T
  try {
    result = await work(connection)
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => {})
    connection.release()
    throw error
  }
  await connection.query('ROLLBACK').catch(() => {})
  connection.release()
  return result
}
