import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

const within = <V>(ms: number, promise: Promise<V>): Promise<V | undefined> => {
  let timer: NodeJS.Timeout
  const late = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), ms)),
  )
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(config)
  try {
    return await work(connection)
  } finally {
    await within(600_000, connection.end())
  }
}
