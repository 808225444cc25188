import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

/**
 * Creates a conversation. Without a title it gets the column's DEFAULT.
 * @returns the id that the server gave to the conversation
 * @throws MySQL's error when the server rejects the title; then there is no new conversation
 */
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  // #region TODO: INSERT with a placeholder; a title that is undefined must not reach execute()
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (COALESCE(?, DEFAULT(title)))',
    [title ?? null],
  )
  return result.insertId
  // #endregion
}

// npx tsx lessons/11-database/1-create-conversation.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  await using pool = createPool({ host, port, user, password, database })
  // Undone at the end, so that you can run this as often as you like.
  const ids: number[] = []
  try {
    ids.push(await createConversation(pool, "O'Reilly 🍵"), await createConversation(pool))
    const [rows] = await connection.query('SELECT * FROM conversations WHERE id IN (?)', [ids])
    await show(rows as object[])
  } finally {
    await connection.query('DELETE FROM conversations WHERE id IN (?)', [[...ids, 0]])
  }
})
