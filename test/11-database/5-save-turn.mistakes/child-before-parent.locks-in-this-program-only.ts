import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
export interface Turn {
  user: number
  ai: number
}
const waiting = new Map<number, Promise<unknown>>()
async function save(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [[found]] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id = ?',
      [id],
    )
    if (!found) {
      await connection.rollback()
      return null
    }
    const [user] = await connection.execute<ResultSetHeader>(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [id, userText],
    )
    const [ai] = await connection.execute<ResultSetHeader>(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', ?)",
      [id, aiText],
    )
    await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
    await connection.commit()
    return { user: user.insertId, ai: ai.insertId }
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
  const before = waiting.get(id) ?? Promise.resolve()
  const mine = before.then(() => save(pool, id, userText, aiText))
  waiting.set(
    id,
    mine.catch(() => {}),
  )
  return mine
}
