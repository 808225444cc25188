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
    const { errno } = error as { errno?: number }
    if (errno === -111) return 'refused'
    if (errno === 1044 || errno === 1045) return 'access-denied'
    if (errno === 1049) return 'unknown-database'
    throw error
  }
}
