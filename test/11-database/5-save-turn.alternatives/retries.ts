import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface Turn {
  user: number
  ai: number
}

// The messages first, in one statement; a deadlock means going through it all again (lesson 9).
export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptToSave(pool, [id, userText, id, aiText])
    } catch (error) {
      const { errno } = error as { errno?: number }
      if (errno === 1452) return null
      if (errno !== 1213 || attempt === 10) throw error
    }
  }
}

async function attemptToSave(pool: Pool, values: (string | number)[]): Promise<Turn> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [both] = await connection.execute<ResultSetHeader>(
      `INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?), (?, 'ai', ?)`,
      values,
    )
    await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [
      values[0]!,
    ])
    const [ids] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM messages WHERE conversation_id = ? AND id >= ? ORDER BY id LIMIT 2',
      [values[0]!, both.insertId],
    )
    await connection.commit()
    return { user: ids[0]!.id as number, ai: ids[1]!.id as number }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
