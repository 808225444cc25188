import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.query('SET autocommit = 0')
    const result = await work(connection)
    await connection.commit()
    await connection.query('SET autocommit = 1')
    return result
  } catch (error) {
    try {
      await connection.rollback()
      await connection.query('SET autocommit = 1')
    } catch {
      connection.destroy()
    }
    throw error
  } finally {
    pool.releaseConnection(connection)
  }
}
