import { createConnection } from 'mysql2/promise'

// Nobody thought of 1044.
export async function checkConnection(config: any): Promise<any> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code, errno } = error as { code?: string; errno?: number }
    if (code === 'ECONNREFUSED') return 'refused'
    if (errno === 1045) return 'access-denied'
    if (errno === 1049) return 'unknown-database'
    throw error
  }
}
