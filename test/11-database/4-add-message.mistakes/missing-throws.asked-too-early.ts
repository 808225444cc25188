import { type Pool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'

// Somebody may delete it in between.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const [found] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
    id,
  ])
  if (found.length === 0) return null
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
    const [inserted] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, sender, content],
    )
    await connection.commit()
    return inserted.insertId
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
