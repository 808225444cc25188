import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  await connection.beginTransaction()
  return work(connection).then(
    async (result) => {
      try {
        await connection.commit()
      } finally {
        connection.release()
      }
      return result
    },
    async (error) => {
      await connection.rollback().catch(() => connection.destroy())
      connection.release()
      throw error
    },
  )
}
