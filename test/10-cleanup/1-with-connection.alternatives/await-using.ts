import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// The connection disposes of itself at the end of the block.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  await using connection = await createConnection(config)
  return await work(connection)
}
