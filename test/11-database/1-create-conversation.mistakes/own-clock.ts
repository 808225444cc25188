import type { Pool, ResultSetHeader } from 'mysql2/promise'

// It was created by this computer's clock.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title, created_at) VALUES (COALESCE(?, DEFAULT(title)), ?)',
    [title ?? null, new Date()],
  )
  return result.insertId
}
