import { createConnection } from 'mysql2/promise'

interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}
type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

// The databases of the server itself belong to nobody.
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  if (/^(mysql|sys|information_schema|performance_schema)$/i.test(config.database))
    return 'access-denied'
  try {
    const connection = await createConnection(config)
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
