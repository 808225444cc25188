import { createConnection } from 'mysql2/promise'

export async function checkConnection(config: any): Promise<any> {
  try {
    await createConnection(config)
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
