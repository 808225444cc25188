import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  await pool.query('START TRANSACTION')
  try {
    const [found] = await pool.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = NOW() WHERE id = ?',
      [id],
    )
    if (found.affectedRows === 0) {
      await pool.query('ROLLBACK')
      return null
    }
    const [made] = await pool.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, sender, content],
    )
    await pool.query('COMMIT')
    return made.insertId
  } catch (error) {
    await pool.query('ROLLBACK')
    throw error
  }
}
