import { type Pool, type ResultSetHeader } from 'mysql2/promise'

// The type allows for no id. Either there is one, or an error.
export async function createConversation(pool: Pool, title?: string): Promise<number | null> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  return result.insertId
}
