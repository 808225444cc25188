// Gives up after a second, but the attempt goes on, and the connection that it makes later stays open.
import { createConnection } from 'mysql2/promise'

export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

const states: Record<string, ConnectionState> = {
  ECONNREFUSED: 'refused',
  ER_ACCESS_DENIED_ERROR: 'access-denied',
  ER_DBACCESS_DENIED_ERROR: 'access-denied',
  ER_BAD_DB_ERROR: 'unknown-database',
}

export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  let stop = () => {}
  const tooLate = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('The server did not answer in time.'), {
      code: 'ETIMEDOUT',
    })
    const timer = setTimeout(() => reject(error), 1000)
    stop = () => clearTimeout(timer)
  })
  try {
    const connection = await Promise.race([createConnection(config), tooLate])
    await connection.end()
    return 'ok'
  } catch (error) {
    const state = states[(error as { code?: string }).code ?? '']
    if (state) return state
    throw error
  } finally {
    stop()
  }
}
