import { createConnection } from 'mysql2/promise'

// Connects, but to no database.
export async function checkConnection({ database: _, ...config }: any): Promise<any> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (code === 'ER_ACCESS_DENIED_ERROR') return 'access-denied'
    throw error
  }
}
