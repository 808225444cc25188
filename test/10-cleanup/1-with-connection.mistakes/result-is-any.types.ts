import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Nobody knows what work will return, so the type is any.
export async function withConnection(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<any>,
): Promise<any> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
