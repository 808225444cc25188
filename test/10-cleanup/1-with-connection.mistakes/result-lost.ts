import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    await work(connection)
  } finally {
    await connection.end()
  }
  return undefined as T
}
