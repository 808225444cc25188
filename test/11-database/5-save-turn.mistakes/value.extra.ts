import { createPool, type Pool, type PoolConnection, type ResultSetHeader } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// The result has one property more than promised.

export interface Turn {
  user: number
  ai: number
}

export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const turn = await writeTurn(connection, id, userText, aiText)
    await connection.commit()
    return turn
  } catch (error) {
    // The first error is the cause; a rollback that fails as well only says that the connection is gone.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
async function writeTurn(
  connection: PoolConnection,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  // The conversation first: its row stays locked until the commit, so turns are saved one after the other.
  const [conversation] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
    [id],
  )
  if (conversation.affectedRows === 0) return null
  const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
  const [user] = await connection.execute<ResultSetHeader>(insert, [id, 'user', userText])
  const [ai] = await connection.execute<ResultSetHeader>(insert, [id, 'ai', aiText])
  return { user: user.insertId, ai: ai.insertId, id } as Turn
}
