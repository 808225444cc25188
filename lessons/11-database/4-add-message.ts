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
  // TODO: the seven steps, in one transaction: first UPDATE the conversation, then INSERT the message
  throw new Error('TODO')
}

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
