import { setTimeout as delay } from 'node:timers/promises'
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  const late = new AbortController()
  try {
    return await Promise.race([
      work(connection),
      delay(30_000, undefined, { signal: late.signal }).then(() => {
        throw new Error('Too slow')
      }),
    ])
  } finally {
    late.abort()
    await connection.end()
  }
}
