import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// Somebody has it already, so that one is returned.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  try {
    const [result] = await pool.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
      [title ?? null],
    )
    return result.insertId
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1062) throw error
    const [rows] = await pool.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE title = ?',
      [title ?? null],
    )
    return rows[0]!.id as number
  }
}
