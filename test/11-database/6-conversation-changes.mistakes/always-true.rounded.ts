// The id is rounded: 1.4 changes, or deletes, conversation 1.
import type { Pool, ResultSetHeader } from 'mysql2/promise'

/** Each function returns whether there is such a conversation, and changes no other. */
export interface ConversationChanges {
  /** Gives it a new title. True even if it already has that title. */
  renameConversation(id: number, title: string): Promise<boolean>
  /** Takes it off the list; its messages stay. True even if it is already archived. */
  archiveConversation(id: number): Promise<boolean>
  /** Removes it for good, with its messages. */
  deleteConversation(id: number): Promise<boolean>
}

const rename = 'UPDATE conversations SET title = ? WHERE id = ?'
const archive = 'UPDATE conversations SET is_archived = TRUE WHERE id = ?'
const remove = 'DELETE FROM conversations WHERE id = ?'

export function conversationChanges(pool: Pool): ConversationChanges {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: (id, title) => change(rename, [title, Math.round(id)]),
    archiveConversation: (id) => change(archive, [Math.round(id)]),
    deleteConversation: (id) => change(remove, [Math.round(id)]),
  }
}
