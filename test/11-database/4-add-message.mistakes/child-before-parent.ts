import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The INSERT shares the parent's lock; two of them can't both have it to themselves.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [message] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, sender, content],
    )
    await connection.execute(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
    await connection.commit()
    return message.insertId
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    if ((error as { errno?: number }).errno === 1452) return null
    throw error
  } finally {
    connection.release()
  }
}
