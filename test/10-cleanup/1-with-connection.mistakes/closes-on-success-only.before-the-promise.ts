import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// An error that comes before the promise passes by.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  const promise = work(connection)
  try {
    return await promise
  } finally {
    await connection.end()
  }
}
