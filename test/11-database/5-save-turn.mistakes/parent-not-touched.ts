import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// The conversation stays where it was in the list.
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
    const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
    const [user] = await connection.execute<ResultSetHeader>(insert, [id, 'user', userText])
    const [ai] = await connection.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
    await connection.commit()
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
