import { createConnection } from 'mysql2/promise'

export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

// The type of a look-up in a table: it may find nothing. But then the function throws.
export async function checkConnection(
  config: DatabaseConfig,
): Promise<ConnectionState | undefined> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const state = states[(error as { code?: string }).code ?? '']
    if (!state) throw error
    return state
  }
}

const states: Record<string, ConnectionState | undefined> = {
  ECONNREFUSED: 'refused',
  // 1045: the name or the password is wrong.
  ER_ACCESS_DENIED_ERROR: 'access-denied',
  // 1044: the account is right, but it may not enter this database.
  ER_DBACCESS_DENIED_ERROR: 'access-denied',
  // 1049
  ER_BAD_DB_ERROR: 'unknown-database',
}
