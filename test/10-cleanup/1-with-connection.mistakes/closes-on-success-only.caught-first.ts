import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// The error is logged and rethrown; the connection stays.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    const result = await work(connection)
    await connection.end()
    return result
  } catch (error) {
    console.error('Database error')
    throw error
  }
}
