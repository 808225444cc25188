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
  let c
  try {
    c = await createConnection({ ...config, database: undefined })
    await c.query(`USE \`${config.database.replaceAll('`', '')}\``)
    return 'ok'
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR'].includes(code))
      return 'access-denied'
    if (code === 'ER_BAD_DB_ERROR') return 'unknown-database'
    throw error
  } finally {
    await c?.end()
  }
}
