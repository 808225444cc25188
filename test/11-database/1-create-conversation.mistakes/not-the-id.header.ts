import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The Python habit: hands back what the cursor gave.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  return result as unknown as number
}
