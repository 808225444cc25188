import { createConnection } from 'mysql2/promise'

export async function checkConnection(config: any): Promise<any> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const text = String(error)
    if (/unknown database/i.test(text)) return 'unknown-database'
    if (/denied/i.test(text)) return 'access-denied'
    if (/refused/i.test(text)) return 'refused'
    throw error
  }
}
