import type { Pool, ResultSetHeader } from 'mysql2/promise'

export interface ConversationChanges {
  renameConversation(id: number, title: string): Promise<boolean>
  archiveConversation(id: number): Promise<boolean>
  deleteConversation(id: number): Promise<boolean>
}

export function conversationChanges(pool: Pool): ConversationChanges {
  const change = async (sql: string, values: (string | number)[]) => {
    try {
      const [result] = await pool.execute<ResultSetHeader>(sql, values)
      return result.affectedRows === 1
    } catch (error) {
      const { message, code, errno, sqlState } = error as Error & Record<string, unknown>
      throw Object.assign(new Error(message), { code, errno, sqlState })
    }
  }
  return {
    renameConversation: (id, title) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
