import { createConnection } from 'mysql2/promise'
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}
export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'
// The SQLSTATE is shared by many errors.
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code = '', errno = 0 } = error as { code?: string; errno?: number; sqlState?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if ((error as { code?: string; errno?: number; sqlState?: string }).sqlState === '28000')
      return 'access-denied'
    if ((error as { code?: string; errno?: number; sqlState?: string }).errno === 1044)
      return 'access-denied'
    if ((error as { code?: string; errno?: number; sqlState?: string }).sqlState === '42000')
      return 'unknown-database'
    throw error
  }
}
