// A title of spaces counts as missing.
import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title === undefined || /^\s+$/.test(title) ? null : title],
  )
  return result.insertId
}
