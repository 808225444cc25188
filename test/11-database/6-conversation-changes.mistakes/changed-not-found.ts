import type { Pool, ResultSetHeader } from 'mysql2/promise'

// changedRows does not count a row that stays as it is.
export function conversationChanges(pool: Pool) {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader & { changedRows: number }>(sql, values)
    return sql.startsWith('DELETE') ? result.affectedRows === 1 : result.changedRows === 1
  }
  return {
    renameConversation: (id: number, title: string) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id: number) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id: number) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
