import { createConnection } from 'mysql2/promise'

export async function checkConnection(config: any): Promise<any> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { errno, code } = error as { errno?: number; code?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (errno === 1044 || errno === 1045) return 'access-denied'
    if (errno === 1049) return 'unknown-database'
    console.error(error)
    return null
  }
}
