import type { Pool, ResultSetHeader } from 'mysql2/promise'

// A default parameter: the same constant, in a different place.
export async function createConversation(pool: Pool, title = 'New conversation'): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [title],
  )
  return result.insertId
}
