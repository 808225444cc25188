import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// While somebody else writes to the conversation, it counts as missing.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id = ? FOR UPDATE SKIP LOCKED',
      [id],
    )
    if (rows.length === 0) {
      await connection.rollback()
      return null
    }
    await connection.execute(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
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
