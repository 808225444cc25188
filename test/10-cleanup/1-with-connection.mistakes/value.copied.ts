import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    const result = await work(connection)
    return Array.isArray(result) ? ([...result] as T) : result
  } finally {
    await connection.end()
  }
}
