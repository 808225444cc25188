import type { Pool, PoolConnection } from 'mysql2/promise'

export function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  return pool.getConnection().then((connection) =>
    connection
      .query('START TRANSACTION')
      .then(() => work(connection))
      .then((result) => connection.query('COMMIT').then(() => result))
      .catch((error: unknown) =>
        connection.query('ROLLBACK').then(
          () => Promise.reject(error),
          () => Promise.reject(error),
        ),
      )
      .finally(() => connection.release()),
  )
}
