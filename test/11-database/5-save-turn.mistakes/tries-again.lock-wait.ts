// After a lock wait timeout it tries once more, behind the caller's back, and waits as long again.
import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

/** The ids of a question and its answer. */
export interface Turn {
  user: number
  ai: number
}

const touch = 'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?'
const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'

const write = async (
  connection: PoolConnection,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> => {
  const [touched] = await connection.execute<ResultSetHeader>(touch, [id])
  if (touched.affectedRows === 0) return null
  const [question] = await connection.execute<ResultSetHeader>(insert, [id, 'user', userText])
  const [answer] = await connection.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
  return { user: question.insertId, ai: answer.insertId }
}

const attempt = async (pool: Pool, id: number, userText: string, aiText: string) => {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const turn = await write(connection, id, userText, aiText)
    await connection.commit()
    return turn
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}

export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  try {
    return await attempt(pool, id, userText, aiText)
  } catch (error) {
    // "It is worth trying again, after a ROLLBACK."
    if ((error as { errno?: number }).errno !== 1205) throw error
    return await attempt(pool, id, userText, aiText)
  }
}
