import type { Pool, ResultSetHeader } from 'mysql2/promise'

export interface Turn {
  user: number
  ai: number
}

// Both are sent at once: one connection does one thing at a time, and the rollback waits for both.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [touched] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
    if (touched.affectedRows === 0) {
      await connection.rollback()
      return null
    }
    const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
    const [[user], [ai]] = await Promise.all([
      connection.execute<ResultSetHeader>(insert, [id, 'user', userText]),
      connection.execute<ResultSetHeader>(insert, [id, 'ai', aiText]),
    ])
    await connection.commit()
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
