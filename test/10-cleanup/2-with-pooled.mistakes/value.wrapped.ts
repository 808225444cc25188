import type { Pool, PoolConnection } from 'mysql2/promise'

// Work gets something that only looks like the connection.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  const guarded = new Proxy(connection, {
    get(target, name) {
      if (name === 'release') return () => {}
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  try {
    return await work(guarded)
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
