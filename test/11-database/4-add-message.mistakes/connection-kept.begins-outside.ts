import type { Pool, ResultSetHeader } from 'mysql2/promise'

// When BEGIN fails, nobody gives the connection back.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  await connection.beginTransaction()
  try {
    const [found] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
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
