import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

// An untouched conversation is given out again.

/**
 * Creates a conversation. Without a title it gets the column's DEFAULT.
 * @returns the id that the server gave to the conversation
 * @throws MySQL's error when the server rejects the title; then there is no new conversation
 */
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  if (title === undefined) {
    const [old] = await pool.query<any[]>(
      `SELECT id FROM conversations WHERE title = DEFAULT(title) AND NOT is_archived AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversations.id) LIMIT 1`,
    )
    if (old[0]) return old[0].id
  }
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  return result.insertId
}
