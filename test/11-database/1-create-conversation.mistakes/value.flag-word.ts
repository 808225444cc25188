import type { Pool, ResultSetHeader } from 'mysql2/promise'

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    "INSERT INTO conversations (title) VALUES (CASE ? WHEN '(none)' THEN DEFAULT(title) ELSE ? END)",
    [title ?? '(none)', title ?? ''],
  )
  return result.insertId
}
