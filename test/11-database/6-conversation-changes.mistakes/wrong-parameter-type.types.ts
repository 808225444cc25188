import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

// Ids from an address are texts.
export interface ConversationChanges {
  /** Gives it another title. True as well when it has that title already. */
  renameConversation(id: number, title: string): Promise<boolean>
  /** Takes it off the list; its messages stay. True as well when it is archived already. */
  archiveConversation(id: number | string): Promise<boolean>
  /** Removes it for good, with its messages. */
  deleteConversation(id: number): Promise<boolean>
}

/** Makes the three functions that change a conversation. Whatever the server refuses, they throw. */
export function conversationChanges(pool: Pool): ConversationChanges {
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
}
