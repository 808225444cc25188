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

// It waits a second; a connection that comes later is closed then.
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  const connecting = createConnection(config)
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The server does not answer.')), 1000)
  })
  try {
    await Promise.race([connecting, tooLate])
    return 'ok'
  } catch (error) {
    const state = states[(error as { code?: string }).code ?? '']
    if (state) return state
    throw error
  } finally {
    clearTimeout(timer)
    connecting.then(
      (connection) => connection.destroy(),
      () => {},
    )
  }
}
