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
 * @throws every error that is not one of these three
 */
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  // #region TODO: close the connection again; in `catch`, return what the code means, and rethrow every other error
  //= try {
  //=   const connection = await createConnection(config)
  //=   throw new Error('TODO')
  //= } catch (error) {
  //=   const { code } = error as { code?: string }
  //=   throw error
  //= }
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code = '' } = error as { code?: string }
    const state = states[code]
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
  // 1044: the account is right, but it may not use this database.
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
