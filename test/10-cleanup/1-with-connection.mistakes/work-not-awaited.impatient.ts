import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// Work that takes long is given up.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('Too slow.')), 5000).unref()
  })
  try {
    return await Promise.race([work(connection), late])
  } finally {
    await connection.end()
  }
}
