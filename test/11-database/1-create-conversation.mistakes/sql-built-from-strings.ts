import type { Pool, ResultSetHeader } from 'mysql2/promise'

// A title with an apostrophe ends the string.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const values = title === undefined ? 'DEFAULT' : `'${title}'`
  const [result] = await pool.execute<ResultSetHeader>(
    `INSERT INTO conversations (title) VALUES (${values})`,
  )
  return result.insertId
}
