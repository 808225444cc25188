import type { Pool, ResultSetHeader } from 'mysql2/promise'

// It looks like MySQL's error. MySQL was not asked.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  if (title !== undefined && [...title].length > 255)
    throw Object.assign(new Error("Data too long for column 'title' at row 1"), {
      code: 'ER_DATA_TOO_LONG',
      errno: 1406,
      sqlState: '22001',
    })
  const [made] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  return made.insertId
}
