import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

// A word stands for the missing title.

/**
 * Creates a conversation. Without a title it gets the column's DEFAULT.
 * @returns the id that the server gave to the conversation
 * @throws MySQL's error when the server rejects the title; then there is no new conversation
 */
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    "INSERT INTO conversations (title) VALUES (IF(? = 'default', DEFAULT(title), ?))",
    [title ?? 'default', title ?? null],
  )
  return result.insertId
}
