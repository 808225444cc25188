import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The messages are gone before it is known whether the conversation may go.
export function conversationChanges(pool: Pool) {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: (id: number, title: string) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id: number) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    async deleteConversation(id: number) {
      await change('DELETE FROM messages WHERE conversation_id = ?', [id])
      return change('DELETE FROM conversations WHERE id = ?', [id])
    },
  }
}
