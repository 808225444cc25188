import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Turns an answer into an accident.
export function conversationChanges(pool: Pool) {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    if (result.affectedRows === 0) throw new Error('There is no such conversation.')
    return true
  }
  return {
    renameConversation: (id: number, title: string) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id: number) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id: number) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
