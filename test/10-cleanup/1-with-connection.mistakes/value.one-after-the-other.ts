let last: Promise<unknown> = Promise.resolve()
import {
  createConnection,
  createPool,
  type Connection,
  type ConnectionOptions,
} from 'mysql2/promise'

// Each call waits until the one before has closed its connection.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const before = last
  let done!: () => void
  last = new Promise<void>((r) => (done = r))
  await before
  try {
    const connection = await createConnection(config)
    try {
      return await work(connection)
    } finally {
      await connection.end()
    }
  } finally {
    done()
  }
}
