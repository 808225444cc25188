import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Mistakes the first id of many rows for the last.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<{ user: number; ai: number } | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [found] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
    if (found.affectedRows === 0) {
      await connection.rollback()
      return null
    }
    const [both] = await connection.query<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
      [
        [
          [id, 'user', userText],
          [id, 'ai', aiText],
        ],
      ],
    )
    await connection.commit()
    return { user: both.insertId - 1, ai: both.insertId }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
