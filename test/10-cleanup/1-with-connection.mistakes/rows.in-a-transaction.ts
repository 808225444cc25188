import {
  createConnection,
  createPool,
  type Connection,
  type ConnectionOptions,
} from 'mysql2/promise'

// What work writes without its own transaction is rolled back.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  await connection.beginTransaction()
  try {
    const r = await work(connection)
    return r
  } finally {
    await connection.rollback().catch(() => {})
    await connection.end()
  }
}
