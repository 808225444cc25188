import { AsyncLocalStorage } from 'node:async_hooks'
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// A call within the work of another one gets the same connection.
const current = new AsyncLocalStorage<unknown>()

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const outer = current.getStore()
  if (outer) return work(outer as Connection)
  const connection = await createConnection(config)
  try {
    return await current.run(connection, () => work(connection))
  } finally {
    await connection.end()
  }
}
