// For LIKE, _ is any character: a database with nearly the same name counts.
import { escapeId } from 'mysql2'
import { createConnection, type RowDataPacket } from 'mysql2/promise'

export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

const states: Record<string, ConnectionState | undefined> = {
  ECONNREFUSED: 'refused',
  ER_ACCESS_DENIED_ERROR: 'access-denied',
  ER_DBACCESS_DENIED_ERROR: 'access-denied',
  ER_BAD_DB_ERROR: 'unknown-database',
}

/**
 * Tries to connect, and returns the result. Leaves no connection open.
 * @throws every error that is not one of these three
 */
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  const { database, ...server } = config
  try {
    const connection = await createConnection(server)
    try {
      const [found] = await connection.query<RowDataPacket[]>('SHOW DATABASES LIKE ?', [database])
      // What is not listed may be missing or forbidden: ask the server about this one.
      if (found.length === 0) await connection.query(`USE ${escapeId(database, true)}`)
    } finally {
      await connection.end()
    }
    return 'ok'
  } catch (error) {
    const state = states[(error as { code?: string }).code ?? '']
    if (state === undefined) throw error
    return state
  }
}
