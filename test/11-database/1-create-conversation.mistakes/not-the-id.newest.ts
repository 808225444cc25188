import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// The newest one is mine, is it not?
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  const [rows] = await pool.query<RowDataPacket[]>('SELECT MAX(id) AS id FROM conversations')
  return rows[0]!.id as number
}
