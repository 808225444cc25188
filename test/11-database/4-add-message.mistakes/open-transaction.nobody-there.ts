import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Where there is no conversation, nobody waits for the ROLLBACK.
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
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
    if (found.affectedRows === 0) {
      void connection.rollback()
      return null
    }
    const [message] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, sender, content],
    )
    await connection.commit()
    return message.insertId
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
