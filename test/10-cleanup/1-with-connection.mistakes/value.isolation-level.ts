import {
  createConnection,
  createPool,
  type Connection,
  type ConnectionOptions,
} from 'mysql2/promise'

// The connection has another isolation level than the one that was asked for.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
