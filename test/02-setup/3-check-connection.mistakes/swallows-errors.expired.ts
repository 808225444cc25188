import { createConnection, createPool, type Connection } from 'mysql2/promise'
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
    const { code = '' } = error as { code?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR'].includes(code))
      return 'access-denied'
    if (code === 'ER_BAD_DB_ERROR') return 'unknown-database'
    if (
      [
        'ER_MUST_CHANGE_PASSWORD_LOGIN',
        'ER_HOST_IS_BLOCKED',
        'ER_NOT_SUPPORTED_AUTH_MODE',
        'ER_SECURE_TRANSPORT_REQUIRED',
      ].includes(code)
    )
      return 'access-denied'
    throw error
  }
}
