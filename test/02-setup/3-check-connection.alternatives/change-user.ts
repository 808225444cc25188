import { createConnection } from 'mysql2/promise'

interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}
type ConnectionState = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

function meaning(error: unknown): ConnectionState {
  const { code, errno } = error as { code?: string; errno?: number }
  if (code === 'ECONNREFUSED') return 'refused'
  if (errno === 1045 || errno === 1044) return 'access-denied'
  if (errno === 1049) return 'unknown-database'
  throw error
}

// Logs in without a database, then again with it.
export async function checkConnection(config: DatabaseConfig): Promise<ConnectionState> {
  const { database, ...account } = config
  const outcome = await createConnection(account).then(
    async (connection) => {
      try {
        await connection.changeUser({ ...account, database })
        return 'ok' as const
      } catch (error) {
        return meaning(error)
      } finally {
        connection.destroy()
      }
    },
    (error: unknown) => meaning(error),
  )
  return outcome
}
