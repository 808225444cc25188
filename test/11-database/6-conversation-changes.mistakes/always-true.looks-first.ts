import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface ConversationChanges {
  renameConversation(id: number, title: string): Promise<boolean>
  archiveConversation(id: number): Promise<boolean>
  deleteConversation(id: number): Promise<boolean>
}

// Somebody may delete it in between.
export function conversationChanges(pool: Pool): ConversationChanges {
  const change = async (sql: string, values: (string | number)[]) => {
    const id = values.at(-1)!
    const [rows] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
      id,
    ])
    if (rows.length === 0) return false
    await pool.execute(sql, values)
    return true
  }
  return {
    renameConversation: (id, title) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
