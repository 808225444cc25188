import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The transaction is sent over the pool itself, which takes whatever connection is free.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<{ user: number; ai: number } | null> {
  await pool.query('START TRANSACTION')
  try {
    const [found] = await pool.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = NOW() WHERE id = ?',
      [id],
    )
    if (found.affectedRows === 0) {
      await pool.query('ROLLBACK')
      return null
    }
    const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
    const [user] = await pool.execute<ResultSetHeader>(insert, [id, 'user', userText])
    const [ai] = await pool.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
    await pool.query('COMMIT')
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await pool.query('ROLLBACK')
    throw error
  }
}
