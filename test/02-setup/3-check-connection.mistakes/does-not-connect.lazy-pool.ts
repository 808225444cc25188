import { createPool } from 'mysql2/promise'

// A pool connects at its first query, not before.
export async function checkConnection(config: any): Promise<any> {
  try {
    const pool = createPool(config)
    await pool.end()
    return 'ok'
  } catch {
    return 'refused'
  }
}
