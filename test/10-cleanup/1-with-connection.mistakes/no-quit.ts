import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Hangs up without a word: the server counts an aborted client.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    connection.destroy()
  }
}
