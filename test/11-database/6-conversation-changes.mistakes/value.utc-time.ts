import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

/** Each function returns whether there is such a conversation, and changes no other. */
export interface ConversationChanges {
  /** Gives it a new title. True even if it already has that title. */
  renameConversation(id: number, title: string): Promise<boolean>
  /** Takes it off the list; its messages stay. True even if it is already archived. */
  archiveConversation(id: number): Promise<boolean>
  /** Removes it for good, with its messages. */
  deleteConversation(id: number): Promise<boolean>
}

export function conversationChanges(pool: Pool): ConversationChanges {
  const change = async (sql: string, values: (string | number)[]): Promise<boolean> => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: (id, title) =>
      change('UPDATE conversations SET title = ?, updated_at = UTC_TIMESTAMP() WHERE id = ?', [
        title,
        id,
      ]),
    archiveConversation: (id) =>
      change(
        'UPDATE conversations SET is_archived = TRUE, updated_at = UTC_TIMESTAMP() WHERE id = ?',
        [id],
      ),
    deleteConversation: (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
