import { createConnection } from 'mysql2/promise'
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}
export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'
const fine = new Set<string>()

// What was fine once is taken to be fine forever.
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  const key = JSON.stringify(config)
  if (fine.has(key)) return 'ok'
  try {
    const connection = await createConnection(config)
    await connection.end()
    fine.add(key)
    return 'ok'
  } catch (error) {
    const { code = '', errno = 0 } = error as { code?: string; errno?: number; sqlState?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR'].includes(code))
      return 'access-denied'
    if (code === 'ER_BAD_DB_ERROR') return 'unknown-database'
    throw error
  }
}
