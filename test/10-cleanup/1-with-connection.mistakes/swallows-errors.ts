import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// As the tutorials do it: the caller gets null and knows nothing.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } catch (error) {
    console.error((error as Error).message)
    return null as T
  } finally {
    await connection.end()
  }
}
