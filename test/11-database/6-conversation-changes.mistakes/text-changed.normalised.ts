import type { Pool, ResultSetHeader } from 'mysql2/promise'

// What looks the same gets one spelling.
export function conversationChanges(pool: Pool) {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: (id: number, title: string) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title.normalize(), id]),
    archiveConversation: (id: number) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id: number) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
