import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// mysql2 knows what it takes.
export async function withConnection<T>(
  config: any,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
