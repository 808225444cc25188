import {
  createConnection,
  createPool,
  type Connection,
  type ConnectionOptions,
} from 'mysql2/promise'

// Some of the options, and not those that nobody has thought of.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { host, port, user, password, database, dateStrings, charset } = config
  const connection = await createConnection({
    host,
    port,
    user,
    password,
    database,
    dateStrings,
    charset,
  })
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
