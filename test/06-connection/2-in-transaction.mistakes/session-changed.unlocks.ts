import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    await connection.query('SET SESSION innodb_lock_wait_timeout = DEFAULT').catch(() => {})
    connection.release()
  }
}
