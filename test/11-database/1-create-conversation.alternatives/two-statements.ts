import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Two statements, one for each case.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] =
    title === undefined
      ? await pool.query<ResultSetHeader>('INSERT INTO conversations () VALUES ()')
      : await pool.execute<ResultSetHeader>('INSERT INTO conversations (title) VALUES (?)', [title])
  return result.insertId
}
