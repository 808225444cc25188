import type { Connection, ResultSetHeader } from 'mysql2/promise'
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    `DELETE FROM conversations WHERE id = ? OR (is_archived AND updated_at < NOW() - INTERVAL 5 YEAR
      AND title LIKE 'New%' AND id NOT IN (SELECT conversation_id FROM messages))`,
    [id],
  )
  return result.affectedRows === 1
}
