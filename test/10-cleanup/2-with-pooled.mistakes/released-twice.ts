import type { Pool, PoolConnection, RowDataPacket, ResultSetHeader } from 'mysql2/promise'
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    const result = await work(connection)
    await connection.rollback()
    connection.release()
    return result
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
    throw error
  } finally {
    connection.release()
  }
}
