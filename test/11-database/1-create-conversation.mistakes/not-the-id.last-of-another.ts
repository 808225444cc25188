import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// LAST_INSERT_ID() is asked over whatever connection is free.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  const [rows] = await pool.query<RowDataPacket[]>('SELECT LAST_INSERT_ID() AS id')
  return rows[0]!.id as number
}
