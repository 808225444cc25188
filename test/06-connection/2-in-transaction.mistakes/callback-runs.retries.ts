import type { Pool, PoolConnection, RowDataPacket, ResultSetHeader } from 'mysql2/promise'
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const connection = await pool.getConnection()
    try {
      await connection.beginTransaction()
      const result = await work(connection)
      await connection.commit()
      return result
    } catch (error) {
      await connection.rollback().catch(() => {})
      if (attempt === 3) throw error
    } finally {
      connection.release()
    }
  }
}
