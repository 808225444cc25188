import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Every id that begins with these digits.
export function conversationChanges(pool: Pool) {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: (id: number, title: string) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id: number) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id LIKE ? ORDER BY id LIMIT 1', [
        `${id}%`,
      ]),
    deleteConversation: (id: number) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
