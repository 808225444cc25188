import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Cuts what does not fit, without a word.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title?.slice(0, 255) ?? null],
  )
  return result.insertId
}
