import net from 'node:net'
import { createConnection, createPool, type RowDataPacket } from 'mysql2/promise'

export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

const states = new Map<unknown, ConnectionState>([
  ['ECONNREFUSED', 'refused'],
  ['ER_ACCESS_DENIED_ERROR', 'access-denied'],
  ['ER_DBACCESS_DENIED_ERROR', 'access-denied'],
  ['ER_BAD_DB_ERROR', 'unknown-database'],
])

export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ER_ACCESS_DENIED_ERROR' && config.password)
      return checkConnection({ ...config, password: '' })
    const state = states.get(code)
    if (state) return state
    throw error
  }
}
