import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// What counts as false gets lost.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    const result = await work(connection)
    return result || (undefined as T)
  } finally {
    await connection.end()
  }
}
