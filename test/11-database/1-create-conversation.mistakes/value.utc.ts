import type { Pool, ResultSetHeader } from 'mysql2/promise'

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [made] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title, created_at, updated_at) VALUES (COALESCE(?, DEFAULT(title)), UTC_TIMESTAMP(), UTC_TIMESTAMP())',
    [title ?? null],
  )
  return made.insertId
}
