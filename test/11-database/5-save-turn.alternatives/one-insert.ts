import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// One INSERT of two rows: insertId is the first of them, the server's step leads to the second.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<{ user: number; ai: number } | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id = ? FOR UPDATE',
      [id],
    )
    if (rows.length === 0) {
      await connection.rollback()
      return null
    }
    const [both] = await connection.execute<ResultSetHeader>(
      `INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?), (?, 'ai', ?)`,
      [id, userText, id, aiText],
    )
    await connection.execute(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
    const [steps] = await connection.query<RowDataPacket[]>(
      'SELECT @@auto_increment_increment AS step',
    )
    await connection.commit()
    return { user: both.insertId, ai: both.insertId + Number(steps[0]!.step) }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
