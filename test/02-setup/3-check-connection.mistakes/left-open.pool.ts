import { createPool } from 'mysql2/promise'

export async function checkConnection(config: any): Promise<any> {
  try {
    const pool = createPool(config)
    const connection = await pool.getConnection()
    connection.release()
    return 'ok'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (code === 'ER_ACCESS_DENIED_ERROR' || code === 'ER_DBACCESS_DENIED_ERROR')
      return 'access-denied'
    if (code === 'ER_BAD_DB_ERROR') return 'unknown-database'
    throw error
  }
}
