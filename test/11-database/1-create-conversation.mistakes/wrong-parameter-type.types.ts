import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

// Any title will do.
export async function createConversation(pool: Pool, title?: any): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  return result.insertId
}
