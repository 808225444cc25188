import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [[conversation]] = await connection.execute<RowDataPacket[]>(
    'SELECT title, created_at FROM conversations WHERE id = ?',
    [id],
  )
  if (!conversation) return false
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE title = ? AND created_at = ? ORDER BY id LIMIT 1',
    [conversation.title, conversation.created_at],
  )
  return result.affectedRows === 1
}
