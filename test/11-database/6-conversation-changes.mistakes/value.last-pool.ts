import type { Pool, ResultSetHeader } from 'mysql2/promise'

export interface ConversationChanges {
  renameConversation(id: number, title: string): Promise<boolean>
  archiveConversation(id: number): Promise<boolean>
  deleteConversation(id: number): Promise<boolean>
}

let current: Pool

export function conversationChanges(pool: Pool): ConversationChanges {
  current = pool
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await current.execute<ResultSetHeader>(sql, values)
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
