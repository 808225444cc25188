import type { Pool, ResultSetHeader } from 'mysql2/promise'

// While a conversation is being renamed, a second caller gets the first one's answer.
export function conversationChanges(pool: Pool) {
  const running = new Map<number, Promise<boolean>>()
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation(id: number, title: string) {
      const renaming =
        running.get(id) ??
        change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]).finally(() =>
          running.delete(id),
        )
      running.set(id, renaming)
      return renaming
    },
    archiveConversation: (id: number) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id: number) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
