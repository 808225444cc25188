import type { Pool, ResultSetHeader } from 'mysql2/promise'

// An empty title is falsy, too.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title || null],
  )
  return result.insertId
}
