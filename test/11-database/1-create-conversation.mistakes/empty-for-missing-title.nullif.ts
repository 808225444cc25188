import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The server treats the empty title as missing.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    "INSERT INTO conversations (title) VALUES (COALESCE(NULLIF(?, ''), DEFAULT(title)))",
    [title ?? null],
  )
  return result.insertId
}
