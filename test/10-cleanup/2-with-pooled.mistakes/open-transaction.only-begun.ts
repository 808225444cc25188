import type { Pool, PoolConnection } from 'mysql2/promise'

// It rolls back only what began with START TRANSACTION.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let begun = false
  const query = connection.query
  const watched = (...args: unknown[]) => {
    begun ||= /start transaction/i.test(String(args[0]))
    return Reflect.apply(query, connection, args)
  }
  Object.assign(connection, { query: watched })
  try {
    return await work(connection)
  } finally {
    Object.assign(connection, { query })
    if (begun) await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
