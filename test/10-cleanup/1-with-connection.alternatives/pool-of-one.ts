import { createPool, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const pool = createPool({ ...config, connectionLimit: 1 })
  try {
    const connection = await pool.getConnection()
    return await work(connection)
  } finally {
    await pool.end().catch(() => {})
  }
}
