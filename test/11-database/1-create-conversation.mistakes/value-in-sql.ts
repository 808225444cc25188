import type { Pool, ResultSetHeader } from 'mysql2/promise'

// query() writes the value into the text.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.query<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title],
  )
  return result.insertId
}
