import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// The error gets something that it did not have.

/**
 * Opens a connection, lets `work` use it, and closes it again: after success, after an error, after a KILL.
 * @returns what `work` returned
 * @throws what `work` threw, or what kept it from connecting
 */
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } catch (error) {
    if (error instanceof Error && Object.isExtensible(error)) Object.assign(error, { config })
    throw error
  } finally {
    await connection.end()
  }
}
