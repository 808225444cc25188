import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// Nobody waits for anybody: two questions, then two answers.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<{ user: number; ai: number } | null> {
  const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id = ?',
      [id],
    )
    if (rows.length === 0) {
      await connection.rollback()
      return null
    }
    const [user] = await connection.execute<ResultSetHeader>(insert, [id, 'user', userText])
    // A moment for somebody who saves at the same time.
    await connection.query('DO SLEEP(0.05)')
    const [ai] = await connection.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
    await connection.commit()
    await touch(connection, id)
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}

const touch = (connection: PoolConnection, id: number) =>
  connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [id])
