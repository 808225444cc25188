import { escapeId } from 'mysql2'
import { createConnection } from 'mysql2/promise'

// When USE fails, nobody closes the connection.
export async function checkConnection({ database, ...config }: any): Promise<any> {
  try {
    const connection = await createConnection(config)
    await connection.query(`USE ${escapeId(database, true)}`)
    await connection.end()
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
