import { createConnection } from 'mysql2/promise'

// 42000 stands for both 1044 and 1049.
export async function checkConnection(config: any): Promise<any> {
  try {
    const connection = await createConnection(config)
    await connection.end()
    return 'ok'
  } catch (error) {
    const { code, sqlState } = error as { code?: string; sqlState?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (sqlState === '28000' || sqlState === '42000') return 'access-denied'
    throw error
  }
}
