// When the server hangs up, it tries a second time; the task says once.
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
  const attempt = async (): Promise<ConnectionState> => {
    try {
      const connection = await createConnection(config)
      await connection.end()
      return 'ok'
    } catch (error) {
      const state = states[(error as { code?: string }).code ?? '']
      if (state) return state
      throw error
    }
  }
  try {
    return await attempt()
  } catch (error) {
    if ((error as { code?: string }).code !== 'PROTOCOL_CONNECTION_LOST') throw error
    return attempt()
  }
}
