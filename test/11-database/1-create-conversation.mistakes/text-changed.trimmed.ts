import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Nobody sees spaces.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title?.trim() ?? null],
  )
  return result.insertId
}
