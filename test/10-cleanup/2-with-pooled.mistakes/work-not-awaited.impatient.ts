import type { Pool, PoolConnection } from 'mysql2/promise'

// Work that takes long is given up.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('Too slow.')), 5000).unref()
  })
  try {
    return await Promise.race([work(connection), late])
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
