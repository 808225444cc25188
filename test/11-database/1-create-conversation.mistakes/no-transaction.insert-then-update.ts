import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The row is there before its title is accepted.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.query<ResultSetHeader>('INSERT INTO conversations () VALUES ()')
  const id = result.insertId
  if (title !== undefined)
    await pool.execute('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
  return id
}
