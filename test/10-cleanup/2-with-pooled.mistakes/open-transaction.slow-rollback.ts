import type { Pool, PoolConnection } from 'mysql2/promise'

const within = <V>(ms: number, promise: Promise<V>): Promise<V | undefined> => {
  let timer: NodeJS.Timeout
  const late = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), ms)),
  )
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await within(
      1000,
      connection.rollback().catch(() => connection.destroy()),
    )
    connection.release()
  }
}
