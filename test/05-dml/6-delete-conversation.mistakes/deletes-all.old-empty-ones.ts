import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  if (result.affectedRows === 0) return false
  await connection.query(
    `DELETE FROM conversations WHERE title = 'New conversation'
     AND created_at < NOW() - INTERVAL 1 DAY
     AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversations.id)`,
  )
  return true
}
