// A title of spaces is no title.
import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title === undefined || /^\s+$/.test(title) ? null : title],
  )
  return result.insertId
}
