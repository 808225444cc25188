import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

let shared: Connection | undefined

// One for all calls: nobody ever closes it.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  shared ??= await createConnection(config)
  return work(shared)
}
