import type { Pool, PoolConnection } from 'mysql2/promise'

// Once more when the commit fails.
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const connection = await pool.getConnection()
    let isDone = false
    try {
      await connection.beginTransaction()
      const result = await work(connection)
      isDone = true
      await connection.commit()
      return result
    } catch (error) {
      await connection.rollback().catch(() => connection.destroy())
      if (!isDone || attempt === 2) throw error
    } finally {
      connection.release()
    }
  }
}
