import { type Pool, type PoolConnection } from 'mysql2/promise'

// Nobody knows what work will return, so the type is any.
export async function inTransaction(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<any>,
): Promise<any> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    // A connection that can't even roll back is of no use to the next one who asks the pool.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
