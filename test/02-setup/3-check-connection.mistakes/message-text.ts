import { createConnection } from 'mysql2/promise'

export async function checkConnection(config: any): Promise<any> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { message } = error as Error
    if (message.includes('ECONNREFUSED')) return 'refused'
    if (message.includes('Access denied')) return 'access-denied'
    if (message.includes('Unknown database')) return 'unknown-database'
    throw error
  }
}
