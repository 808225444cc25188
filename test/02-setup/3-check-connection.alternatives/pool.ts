import { createPool, type PoolOptions } from 'mysql2/promise'

type Answer = 'ok' | 'refused' | 'access-denied' | 'unknown-database'

const answers = new Map<string, Answer>([
  ['ECONNREFUSED', 'refused'],
  ['ER_ACCESS_DENIED_ERROR', 'access-denied'],
  ['ER_DBACCESS_DENIED_ERROR', 'access-denied'],
  ['ER_BAD_DB_ERROR', 'unknown-database'],
])

export async function checkConnection(config: PoolOptions): Promise<Answer> {
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
