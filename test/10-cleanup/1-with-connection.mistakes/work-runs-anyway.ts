import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Carries on without a connection.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config).catch((error: Error) => {
    console.error(error.message)
    return null as unknown as Connection
  })
  try {
    return await work(connection)
  } finally {
    await connection?.end()
  }
}
