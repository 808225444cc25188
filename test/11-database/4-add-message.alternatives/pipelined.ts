import type { Pool, ResultSetHeader } from 'mysql2/promise'

export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  try {
    const [, [found], [made]] = await Promise.all([
      connection.beginTransaction(),
      connection.execute<ResultSetHeader>(
        'UPDATE conversations SET updated_at = NOW() WHERE id = ?',
        [id],
      ),
      connection.execute<ResultSetHeader>(
        'INSERT INTO messages (conversation_id, sender, content) SELECT id, ?, ? FROM conversations WHERE id = ?',
        [sender, content, id],
      ),
    ])
    await connection.commit()
    return found.affectedRows === 1 ? made.insertId : null
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
