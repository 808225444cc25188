import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// The driver's own connection, closed with a callback.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  const close = () =>
    new Promise<void>((resolve) => {
      ;(connection as unknown as { connection: { end(done: () => void): void } }).connection.end(
        () => resolve(),
      )
    })
  const outcome = await Promise.allSettled([(async () => work(connection))()])
  await close()
  if (outcome[0].status === 'rejected') throw outcome[0].reason
  return outcome[0].value
}
