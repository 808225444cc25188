// When nothing listens, it waits a moment and tries a second time; the task says once.
import { setTimeout as pause } from 'node:timers/promises'
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
  for (let attempt = 1; ; attempt += 1) {
    try {
      const connection = await createConnection(config)
      await connection.end()
      return 'ok'
    } catch (error) {
      const state = states[(error as { code?: string }).code ?? '']
      if (state === 'refused' && attempt === 1) {
        await pause(200)
        continue
      }
      if (state) return state
      throw error
    }
  }
}
