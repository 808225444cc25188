import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// Locks with SELECT … FOR UPDATE, updates at the end.
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
      'SELECT id FROM conversations WHERE id = ? FOR UPDATE',
      [id],
    )
    if (rows.length === 0) {
      await connection.commit()
      return null
    }
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
    throw error
  } finally {
    connection.release()
  }
}
