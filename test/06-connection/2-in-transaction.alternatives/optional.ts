import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  let connection: PoolConnection | undefined
  try {
    connection = await pool.getConnection()
    await connection.query('BEGIN')
    const result = await work(connection)
    await connection.query('COMMIT')
    return result
  } catch (error) {
    try {
      await connection?.query('ROLLBACK')
    } catch {
      connection?.destroy()
    }
    throw error
  } finally {
    connection?.release()
  }
}
