import { type Pool, type ResultSetHeader } from 'mysql2/promise'

// An id is an id, somebody in a hurry thought.
export async function createConversation(pool: Pool, title?: string): Promise<any> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  return result.insertId
}
