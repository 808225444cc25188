import { type Pool, type ResultSetHeader } from 'mysql2/promise'

// Takes null, too.
export async function createConversation(pool: Pool, title: string | null = null): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title],
  )
  return result.insertId
}
