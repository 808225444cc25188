import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    return work(connection).then(
      async (result) => {
        await connection.commit()
        return result
      },
      async (error) => {
        await connection.rollback()
        throw error
      },
    )
  } finally {
    connection.release()
  }
}
