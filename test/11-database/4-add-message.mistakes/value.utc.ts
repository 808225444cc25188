import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The server's time in UTC, read in the session's zone.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [found] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = UTC_TIMESTAMP() WHERE id = ?',
      [id],
    )
    if (found.affectedRows === 0) {
      await connection.rollback()
      return null
    }
    const [made] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, sender, content],
    )
    await connection.commit()
    return made.insertId
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
