import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  // What work throws before it returns a promise goes the same way.
  return Promise.resolve(connection)
    .then(work)
    .finally(() => connection.end())
}
