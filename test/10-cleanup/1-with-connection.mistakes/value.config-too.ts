import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await (work as (...all: unknown[]) => Promise<T>)(connection, config)
  } finally {
    await connection.end()
  }
}
