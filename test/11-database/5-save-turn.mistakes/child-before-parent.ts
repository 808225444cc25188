import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Two of them share the parent's lock, and each wants it for itself.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<{ user: number; ai: number } | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
    const [user] = await connection.execute<ResultSetHeader>(insert, [id, 'user', userText])
    const [ai] = await connection.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
    await connection.execute(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
    await connection.commit()
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    if ((error as { errno?: number }).errno === 1452) return null
    throw error
  } finally {
    connection.release()
  }
}
