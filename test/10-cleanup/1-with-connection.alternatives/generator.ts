import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// A generator yields the connection, and is told how the work has ended.

async function* opened(config: ConnectionOptions): AsyncGenerator<Connection, void> {
  const connection = await createConnection(config)
  try {
    yield connection
  } finally {
    await connection.end().catch(() => connection.destroy())
  }
}

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  for await (const connection of opened(config)) return await work(connection)
  throw new Error('There is always one.')
}
