import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Closes what may not exist: the TypeError hides why there is no connection.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  let connection: Connection | undefined
  try {
    connection = await createConnection(config)
    return await work(connection)
  } finally {
    await connection!.end()
  }
}
