import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The optional title goes on as it came.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const values = [title] as string[]
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    values,
  )
  return result.insertId
}
