import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// The times are UTC, whatever the caller wants.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection({ timezone: 'Z', ...config })
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
