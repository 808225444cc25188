import { type Pool } from 'mysql2/promise'

// The result keeps its type; the connection that work is given has none.
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: any) => Promise<T>,
): Promise<T> {
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
