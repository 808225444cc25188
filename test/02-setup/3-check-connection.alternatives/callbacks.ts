import { createConnection } from 'mysql2'
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}
export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'
export function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  return new Promise((resolve, reject) => {
    const c = createConnection(config)
    c.connect((error) => {
      if (!error) {
        c.end(() => resolve('ok'))
        return
      }
      c.destroy()
      const { code } = error
      if (code === 'ECONNREFUSED') return resolve('refused')
      if (['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR'].includes(code))
        return resolve('access-denied')
      if (code === 'ER_BAD_DB_ERROR') return resolve('unknown-database')
      reject(error)
    })
  })
}
