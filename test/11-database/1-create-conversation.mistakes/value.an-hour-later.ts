import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// The time is not now.

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title, created_at) VALUES (COALESCE(?, DEFAULT(title)), NOW() + INTERVAL 1 HOUR)',
    [title ?? null],
  )
  return result.insertId
}
