import { createPool, type Pool, type PoolConnection, type ResultSetHeader } from 'mysql2/promise'

// The two newest messages of the conversation, asked for after the commit.

/** The ids of a question and its answer. */
export interface Turn {
  user: number
  ai: number
}

/**
 * Saves a turn of the chat: the user's message, then the AI's, and the conversation's `updated_at` moves to now.
 * All of it or nothing, whatever happens. Any number of callers may write to one conversation at once:
 * each question is followed by its own answer.
 * @returns the ids of the two messages; `null` when there is no such conversation
 * @throws the error that came first; then nothing has changed, and the pool works as before
 */
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
    if (!turn) return null
    const [rows] = await connection.query<any[]>(
      'SELECT id FROM messages WHERE conversation_id = ? ORDER BY id DESC LIMIT 2',
      [id],
    )
    return { user: rows[1].id, ai: rows[0].id }
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
  return { user: user.insertId, ai: ai.insertId }
}
