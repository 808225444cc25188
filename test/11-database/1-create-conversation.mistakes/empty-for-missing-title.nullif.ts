import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The server takes the empty title for none.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    "INSERT INTO conversations (title) VALUES (COALESCE(NULLIF(?, ''), DEFAULT(title)))",
    [title ?? null],
  )
  return result.insertId
}
