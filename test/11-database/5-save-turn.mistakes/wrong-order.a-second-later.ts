import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The answer is a second later, so that it comes after the question.
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
    const [user] = await connection.execute<ResultSetHeader>(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [id, userText],
    )
    const [ai] = await connection.execute<ResultSetHeader>(
      "INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (?, 'ai', ?, NOW() + INTERVAL 1 SECOND)",
      [id, aiText],
    )
    await connection.commit()
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
