import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The conversation moves to this computer's time.
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
      'UPDATE conversations SET updated_at = ? WHERE id = ?',
      [new Date(), id],
    )
    if (found.affectedRows === 0) {
      await connection.rollback()
      return null
    }
    const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
    const [user] = await connection.execute<ResultSetHeader>(insert, [id, 'user', userText])
    const [ai] = await connection.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
    await connection.commit()
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
