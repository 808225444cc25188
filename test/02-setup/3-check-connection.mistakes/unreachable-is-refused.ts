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
    const { code, errno } = error as { code: string; errno: number }
    if (
      [
        'ECONNREFUSED',
        'ENOTFOUND',
        'ETIMEDOUT',
        'EHOSTUNREACH',
        'EAI_AGAIN',
        'ECONNRESET',
      ].includes(code)
    )
      return 'refused'
    if (errno === 1045 || errno === 1044) return 'access-denied'
    if (errno === 1049) return 'unknown-database'
    throw error
  }
}
