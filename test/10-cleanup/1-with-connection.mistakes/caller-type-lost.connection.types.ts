import { createConnection, type ConnectionOptions } from 'mysql2/promise'

// The result keeps its type; the connection that work is given has none.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: any) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
