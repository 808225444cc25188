import { createConnection, type Connection, type Pool, type PoolConnection } from 'mysql2/promise'
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  let connection: PoolConnection
  try {
    connection = await pool.getConnection()
    return await work(connection)
  } finally {
    await connection!.rollback().catch(() => connection.destroy())
    connection!.release()
  }
}
