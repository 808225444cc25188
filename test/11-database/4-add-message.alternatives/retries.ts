import type { Pool, ResultSetHeader } from 'mysql2/promise'

interface Refused {
  errno?: number
}

// The message first; a deadlock means going through it all again (lesson 9).
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptToAdd(pool, id, sender, content)
    } catch (error) {
      const { errno } = error as Refused
      if (errno === 1452) return null
      if (errno !== 1213 || attempt === 10) throw error
    }
  }
}

async function attemptToAdd(pool: Pool, id: number, sender: string, content: string) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
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
