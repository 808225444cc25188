import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Turns whatever is not an Error into one.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } catch (error) {
    throw error instanceof Error ? error : new Error(String(error ?? 'unknown'))
  } finally {
    await connection.end()
  }
}
