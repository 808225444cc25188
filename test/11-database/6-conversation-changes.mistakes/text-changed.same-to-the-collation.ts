import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface ConversationChanges {
  renameConversation(id: number, title: string): Promise<boolean>
  archiveConversation(id: number): Promise<boolean>
  deleteConversation(id: number): Promise<boolean>
}

// To the collation `Tea` and `tea` are the same title.
export function conversationChanges(pool: Pool): ConversationChanges {
  const change = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  const exists = async (id: number) => {
    const [rows] = await pool.execute<RowDataPacket[]>('SELECT 1 FROM conversations WHERE id = ?', [
      id,
    ])
    return rows.length > 0
  }
  return {
    renameConversation: (id, title) =>
      change('UPDATE conversations SET title = ? WHERE id = ? AND title <> ?', [
        title,
        id,
        title,
      ]).then((changed) => changed || exists(id)),
    archiveConversation: (id) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
