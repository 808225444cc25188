import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// unknown is safer than any, and the caller can do nothing with it.
export async function withConnection(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<unknown>,
): Promise<unknown> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
