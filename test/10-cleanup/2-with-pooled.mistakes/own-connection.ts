import {
  createConnection,
  type ConnectionOptions,
  type Pool,
  type PoolConnection,
} from 'mysql2/promise'

// Its own connection, past the limit of the pool.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const { connectionConfig } = pool.pool.config as unknown as {
    connectionConfig: ConnectionOptions
  }
  const connection = await createConnection(connectionConfig)
  try {
    return await work(connection as PoolConnection)
  } finally {
    await connection.end()
  }
}
