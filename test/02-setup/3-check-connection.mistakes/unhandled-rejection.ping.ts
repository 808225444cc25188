import { createConnection } from 'mysql2/promise'

// Nobody waits for the ping: when it fails, the error reaches nobody.

export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  try {
    await using connection = await createConnection({ ...config, connectTimeout: 5000 })
    connection.ping()
    return 'ok'
  } catch (error) {
    if (error instanceof Error && 'errno' in error)
      switch (error.errno) {
        case 1045:
        case 1044:
          return 'access-denied'
        case 1049:
          return 'unknown-database'
      }
    if (Object(error).code === 'ECONNREFUSED') return 'refused'
    throw error
  }
}
