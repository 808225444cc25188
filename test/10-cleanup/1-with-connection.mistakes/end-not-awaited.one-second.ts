import { setTimeout as delay } from 'node:timers/promises'
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// The connection may need longer for what it still has to do.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    await Promise.race([connection.end(), delay(1000)])
  }
}
