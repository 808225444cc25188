import type { Pool, ResultSetHeader } from 'mysql2/promise'

// NULL means no value; the column wants one.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [title ?? null],
  )
  return result.insertId
}
