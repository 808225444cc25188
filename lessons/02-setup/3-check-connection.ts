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
  // TODO: close the connection again; in `catch`, return what the code means, and rethrow every other error
  try {
    const connection = await createConnection(config)
    throw new Error('TODO')
  } catch (error) {
    const { code } = error as { code?: string }
    throw error
  }
}

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
