import { createPool, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Given back to a pool that nobody ends.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const pool = createPool({ ...config, connectionLimit: 1 })
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    connection.release()
  }
}
