import { type Pool, type PoolConnection } from 'mysql2/promise'

// Nobody knows what work will return, so the type is any.
export async function withPooled(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<any>,
): Promise<any> {
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
