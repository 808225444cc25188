import { type Pool, type ResultSetHeader } from 'mysql2/promise'

// A title may be left out.
export interface ConversationChanges {
  renameConversation(id: number, title?: string): Promise<boolean>
  archiveConversation(id: number): Promise<boolean>
  deleteConversation(id: number): Promise<boolean>
}

export function conversationChanges(pool: Pool): ConversationChanges {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows > 0
  }
  return {
    renameConversation: (id, title = '') =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
