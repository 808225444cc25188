// It waits for end(), but not after an error.
import { createConnection } from 'mysql2/promise'
import type { Connection, ConnectionOptions } from 'mysql2/promise'
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    const result = await work(connection)
    await connection.end()
    return result
  } catch (error) {
    void connection.end()
    throw error
  }
}
