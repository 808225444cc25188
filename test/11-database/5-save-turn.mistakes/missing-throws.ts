import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Leaves it to the foreign key, and the error to the caller.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<{ user: number; ai: number } | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    await connection.execute(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
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
