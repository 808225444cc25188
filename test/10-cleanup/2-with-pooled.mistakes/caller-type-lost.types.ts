import { type Pool, type PoolConnection } from 'mysql2/promise'

// unknown is safer than any, and the caller can do nothing with it.
export async function withPooled(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<unknown>,
): Promise<unknown> {
  const connection = await pool.getConnection()
  try {
    return await work(connection)
  } finally {
    await giveBack(connection)
  }
}

async function giveBack(connection: PoolConnection): Promise<void> {
  try {
    await connection.rollback()
    connection.release()
  } catch {
    connection.destroy()
  }
}
