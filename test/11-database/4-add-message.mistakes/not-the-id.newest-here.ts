import { createPool, type Pool, type PoolConnection, type ResultSetHeader } from 'mysql2/promise'

// The newest message of the conversation, asked for after the commit.

/**
 * Adds a message to a conversation and moves the conversation's `updated_at` to now: both, or neither.
 * Any number of callers may write to one conversation at once.
 * @returns the message's id; `null` when there is no such conversation
 * @throws MySQL's error when the server rejects the message; then nothing has changed
 */
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const found = await touch(connection, id)
    const messageId = found ? await insertMessage(connection, id, sender, content) : null
    await connection.commit()
    if (messageId === null) return null
    const [newest] = await connection.query<any[]>(
      'SELECT id FROM messages WHERE conversation_id = ? ORDER BY id DESC LIMIT 1',
      [id],
    )
    return newest[0].id
  } catch (error) {
    // A connection that can't even roll back is of no use to the next caller.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}

/** Locks the conversation until the transaction ends; false when there is none. */
async function touch(connection: PoolConnection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?',
    [id],
  )
  return result.affectedRows === 1
}

async function insertMessage(
  connection: PoolConnection,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number> {
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [id, sender, content],
  )
  return result.insertId
}
