import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// "The garbage collector will see to it."
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  return work(connection)
}
