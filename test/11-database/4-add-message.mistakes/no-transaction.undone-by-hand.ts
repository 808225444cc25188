import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// Between the two others see it, and if the connection is lost it stays.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  try {
    const [[before]] = await connection.execute<RowDataPacket[]>(
      'SELECT updated_at FROM conversations WHERE id = ?',
      [id],
    )
    if (!before) return null
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, sender, content],
    )
    await connection
      .execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [id])
      .catch(async (error: unknown) => {
        await connection.execute('DELETE FROM messages WHERE id = ?', [result.insertId])
        throw error
      })
    return result.insertId
  } finally {
    connection.release()
  }
}
