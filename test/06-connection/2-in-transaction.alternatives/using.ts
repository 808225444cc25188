import type { Pool, PoolConnection } from 'mysql2/promise'

export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  await using connection = await pool.getConnection()
  await connection.beginTransaction()
  let committed = false
  try {
    const result = await work(connection)
    await connection.commit()
    committed = true
    return result
  } finally {
    if (!committed) await connection.rollback().catch(() => {})
  }
}
