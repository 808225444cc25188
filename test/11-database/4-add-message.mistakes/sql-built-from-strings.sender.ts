import { createPool, type Pool, type PoolConnection, type ResultSetHeader } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

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
  // #region TODO: the seven steps, in one transaction: first UPDATE the conversation, then INSERT the message
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const found = await touch(connection, id)
    const messageId = found ? await insertMessage(connection, id, sender, content) : null
    await connection.commit()
    return messageId
  } catch (error) {
    // A connection that can't even roll back is of no use to the next caller.
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
  // #endregion
}

// #region solution
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
    `INSERT INTO messages (conversation_id, sender, content) VALUES (?, '${sender}', ?)`,
    [id, content],
  )
  return result.insertId
}
// #endregion

// npx tsx lessons/11-database/4-add-message.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  await using pool = createPool({ host, port, user, password, database })
  const [made] = await pool.query<ResultSetHeader>('INSERT INTO conversations () VALUES ()')
  const id = made.insertId
  try {
    await addMessage(pool, id, 'user', "It's me")
    await addMessage(pool, id, 'ai', 'Привет! 👋')
    console.log('To nobody:', await addMessage(pool, -1, 'user', 'Is anybody there?'))
    const [rows] = await pool.query('SELECT * FROM messages WHERE conversation_id = ?', [id])
    await show(rows as object[])
  } finally {
    // Undone, so that you can run this as often as you like.
    await connection.query('DELETE FROM conversations WHERE id = ?', [id])
  }
})
