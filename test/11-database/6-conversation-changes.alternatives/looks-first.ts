import type { Pool, RowDataPacket } from 'mysql2/promise'

// Looks for the conversation, and keeps it until the change is made.
export function conversationChanges(pool: Pool) {
  const change = async (id: number, sql: string, values: string[] = []) => {
    await using connection = await pool.getConnection()
    try {
      await connection.beginTransaction()
      const [found] = await connection.execute<RowDataPacket[]>(
        'SELECT 1 FROM conversations WHERE id = ? FOR UPDATE',
        [id],
      )
      await connection.execute(sql, [...values, id])
      await connection.commit()
      return found.length === 1
    } catch (error) {
      await connection.rollback().catch(() => connection.destroy())
      throw error
    }
  }
  return {
    renameConversation: (id: number, title: string) =>
      change(id, 'UPDATE conversations SET title = ? WHERE id = ?', [title]),
    archiveConversation: (id: number) =>
      change(id, 'UPDATE conversations SET is_archived = 1 WHERE id = ?'),
    deleteConversation: (id: number) => change(id, 'DELETE FROM conversations WHERE id = ?'),
  }
}
