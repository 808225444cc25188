import { createConnection } from 'mysql2/promise'
import type { Connection, ConnectionOptions } from 'mysql2/promise'
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  let failure: unknown = null
  let result: T | undefined
  try {
    result = await work(connection)
  } catch (error) {
    failure = error
  }
  await connection.end()
  if (failure) throw failure
  return result as T
}
