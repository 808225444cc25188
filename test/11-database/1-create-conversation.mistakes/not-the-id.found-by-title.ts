import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  await pool.execute('INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))', [
    title ?? null,
  ])
  const [rows] = await pool.execute<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE title = COALESCE(?, DEFAULT(title)) ORDER BY id DESC LIMIT 1',
    [title ?? null],
  )
  return rows[0]!.id as number
}
