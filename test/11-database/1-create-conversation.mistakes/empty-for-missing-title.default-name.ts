import type { Pool, ResultSetHeader } from 'mysql2/promise'

// A title that is the same as the old default counts as missing.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] =
    title === undefined || title === 'New conversation'
      ? await pool.query<ResultSetHeader>('INSERT INTO conversations () VALUES ()')
      : await pool.execute<ResultSetHeader>('INSERT INTO conversations (title) VALUES (?)', [title])
  return result.insertId
}
