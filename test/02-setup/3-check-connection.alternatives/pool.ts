import { createPool } from 'mysql2/promise'

const answers = new Map([
  ['ECONNREFUSED', 'refused'],
  ['ER_ACCESS_DENIED_ERROR', 'access-denied'],
  ['ER_DBACCESS_DENIED_ERROR', 'access-denied'],
  ['ER_BAD_DB_ERROR', 'unknown-database'],
])

export async function checkConnection(config: any): Promise<any> {
  const pool = createPool({ ...config, connectionLimit: 1 })
  try {
    await pool.query('SELECT 1')
    return 'ok'
  } catch (error) {
    const answer = answers.get((error as { code?: string }).code ?? '')
    if (answer) return answer
    throw error
  } finally {
    await pool.end()
  }
}
