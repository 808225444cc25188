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
    if ((error as { code?: string } | null | undefined)?.code === 'PROTOCOL_CONNECTION_LOST')
      connection.destroy()
    else await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
