import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The title is written with INSERT … ON DUPLICATE KEY UPDATE.
export function conversationChanges(pool: Pool) {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: async (id: number, title: string) => {
      const [result] = await pool.execute<ResultSetHeader>(
        `INSERT INTO conversations (id, title) SELECT id, ? FROM conversations AS c WHERE id = ?
         ON DUPLICATE KEY UPDATE title = ?`,
        [title, id, title],
      )
      return result.affectedRows > 0
    },
    archiveConversation: (id: number) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id: number) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
