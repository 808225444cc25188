import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Tidies up what nobody asked it to.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title?.replaceAll('\0', '') ?? null],
  )
  return result.insertId
}
