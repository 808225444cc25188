import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// A habit of Python's `with`: whatever work has left open is committed.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    const result = await work(connection)
    await connection.commit()
    return result
  } finally {
    await connection.end()
  }
}
