import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// A title may well be that word.

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title === 'undefined' ? null : (title ?? null)],
  )
  return result.insertId
}
