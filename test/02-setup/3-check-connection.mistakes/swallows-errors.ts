import { createConnection } from 'mysql2/promise'

export async function checkConnection(config: any): Promise<any> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ER_ACCESS_DENIED_ERROR' || code === 'ER_DBACCESS_DENIED_ERROR')
      return 'access-denied'
    if (code === 'ER_BAD_DB_ERROR') return 'unknown-database'
    return 'refused'
  }
}
