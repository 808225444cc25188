import { createConnection } from 'mysql2/promise'
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}
export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code = '', errno = 0 } = error as { code?: string; errno?: number; sqlState?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (code === 'ER_BAD_DB_ERROR') return 'unknown-database'
    if (code.startsWith('ER_')) return 'access-denied'
    throw error
  }
}
