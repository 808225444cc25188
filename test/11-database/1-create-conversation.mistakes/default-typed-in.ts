import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The default is in two places now.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [title ?? 'New conversation'],
  )
  return result.insertId
}
