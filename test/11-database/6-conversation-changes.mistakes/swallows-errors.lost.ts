import type { Pool, ResultSetHeader } from 'mysql2/promise'

// A lost connection counts as missing.
export function conversationChanges(pool: Pool) {
  const change = async (sql: string, values: (string | number)[]) => {
    try {
      const [result] = await pool.execute<ResultSetHeader>(sql, values)
      return result.affectedRows === 1
    } catch (error) {
      if ((error as { code: string }).code === 'PROTOCOL_CONNECTION_LOST') return false
      throw error
    }
  }
  return {
    renameConversation: (id: number, title: string) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id: number) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id: number) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
