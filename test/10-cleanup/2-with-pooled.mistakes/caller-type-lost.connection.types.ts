import { type Pool, type PoolConnection } from 'mysql2/promise'

// The result keeps its type; the connection that work is given has none.
export async function withPooled<T>(pool: Pool, work: (connection: any) => Promise<T>): Promise<T> {
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
