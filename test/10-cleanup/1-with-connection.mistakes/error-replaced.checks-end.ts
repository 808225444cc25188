import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Closing a dead connection fails, and that is nobody's business.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    const failure = (await connection.end()) as unknown
    // oxlint-disable-next-line no-unsafe-finally -- the mistake itself
    if (failure) throw failure
  }
}
