import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    // The end of the connection releases it.
    await connection.query('SELECT GET_LOCK(UUID(), 0)')
    return await work(connection)
  } finally {
    await connection.end()
  }
}
