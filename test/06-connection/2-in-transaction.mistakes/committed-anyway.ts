import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  await connection.beginTransaction()
  try {
    return await work(connection)
  } finally {
    await connection.commit()
    connection.release()
  }
}
