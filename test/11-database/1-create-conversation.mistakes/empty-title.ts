import type { Pool, ResultSetHeader } from 'mysql2/promise'

// An empty title is not a missing title.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [title ?? ''],
  )
  return result.insertId
}
