import { createConnection } from 'mysql2/promise'

interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}
type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

// Whatever is denied is access denied.
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (code.includes('DENIED')) return 'access-denied'
    if (code === 'ER_BAD_DB_ERROR') return 'unknown-database'
    throw error
  }
}
