import type { Pool, PoolConnection } from 'mysql2/promise'

// A second try on a fresh connection, which nobody has asked for.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const connection = await pool.getConnection()
    try {
      return await work(connection)
    } catch (error) {
      const { code } = Object(error) as { code?: string }
      if (code !== 'PROTOCOL_CONNECTION_LOST' || attempt === 3) throw error
    } finally {
      await connection.rollback().then(
        () => connection.release(),
        () => connection.destroy(),
      )
    }
  }
}
