import { createConnection } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

/**
 * Tries to connect, and returns the result. Leaves no connection open.
 * @throws every error that is none of the three
 */
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  // #region TODO: connect, close again, and read the error's code
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const state = states[(error as { code?: string }).code ?? '']
    if (!state) throw error
    return state
  }
  // #endregion
}

// #region solution
const states: Record<string, ConnectionState | undefined> = {
  ECONNREFUSED: 'refused',
  // 1045: the name or the password is wrong.
  ER_ACCESS_DENIED_ERROR: 'access-denied',
  // 1044: the account is right, but it may not enter this database.
  ER_DBACCESS_DENIED_ERROR: 'access-denied',
  // 1049
  ER_BAD_DB_ERROR: 'unknown-database',
}
// #endregion

// npx tsx lessons/02-setup/3-check-connection.ts
await practise(import.meta, async (connection) => {
  const {
    host = '127.0.0.1',
    port = 3306,
    user = '',
    password = '',
    database = '',
  } = connection.config
  const config = { host, port, user, password, database }
  console.log('As it is:         ', await checkConnection(config))
  console.log('Another port:     ', await checkConnection({ ...config, port: 1 }))
  console.log('Another password: ', await checkConnection({ ...config, password: 'guess' }))
  console.log(
    'No such database: ',
    await checkConnection({ ...config, database: `${database}_nowhere` }),
  )
  console.log('Not your database:', await checkConnection({ ...config, database: 'mysql' }))
})
