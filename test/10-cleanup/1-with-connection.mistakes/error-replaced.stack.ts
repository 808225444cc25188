import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } catch (error) {
    if (error instanceof Error && error.message.includes(String(config.password)))
      error.message = error.message.replaceAll(String(config.password), '***')
    throw error
  } finally {
    await connection.end()
  }
}
