import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** Each function returns whether there is such a conversation, and changes no other. */
export interface ConversationChanges {
  /** Gives it a new title. True even if it already has that title. */
  renameConversation(id: number, title: string): Promise<boolean>
  /** Takes it off the list; its messages stay. True even if it is already archived. */
  archiveConversation(id: number): Promise<boolean>
  /** Removes it for good, with its messages. */
  deleteConversation(id: number): Promise<boolean>
}

/** Returns the three functions that change a conversation. They let server errors through. */
export function conversationChanges(pool: Pool): ConversationChanges {
  // #region TODO: return the three functions; `affectedRows` counts the rows that matched
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: (id, title) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
  // #endregion
}

// npx tsx lessons/11-database/6-conversation-changes.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  await using pool = createPool({ host, port, user, password, database })
  const [made] = await pool.query<ResultSetHeader>('INSERT INTO conversations () VALUES ()')
  const id = made.insertId
  try {
    const changes = conversationChanges(pool)
    console.log('renamed: ', await changes.renameConversation(id, 'A try'))
    console.log('again:   ', await changes.renameConversation(id, 'A try'))
    console.log('archived:', await changes.archiveConversation(id))
    console.log('deleted: ', await changes.deleteConversation(id))
    console.log('again:   ', await changes.deleteConversation(id))
  } finally {
    await connection.query('DELETE FROM conversations WHERE id = ?', [id])
  }
})
