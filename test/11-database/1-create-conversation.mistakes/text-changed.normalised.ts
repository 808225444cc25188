import type { Pool, ResultSetHeader } from 'mysql2/promise'

// What looks the same gets one spelling.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title?.normalize() ?? null],
  )
  return result.insertId
}
