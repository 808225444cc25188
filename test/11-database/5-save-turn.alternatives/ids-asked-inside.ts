import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface Turn {
  user: number
  ai: number
}

// The ids of the two, asked while the conversation is locked.
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [touched] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
      [id],
    )
    if (touched.affectedRows === 0) {
      await connection.rollback()
      return null
    }
    await connection.execute(
      `INSERT INTO messages (conversation_id, sender, content)
       VALUES ROW(?, 'user', ?), ROW(?, 'ai', ?)`,
      [id, userText, id, aiText],
    )
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM messages WHERE conversation_id = ? AND id >= LAST_INSERT_ID() ORDER BY id LIMIT 2',
      [id],
    )
    const [user, ai] = rows.map((row) => ({ insertId: Number(row['id']) })) as [
      { insertId: number },
      { insertId: number },
    ]
    await connection.commit()
    return { user: user.insertId, ai: ai.insertId }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
