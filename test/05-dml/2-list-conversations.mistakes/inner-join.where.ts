import type { Connection, RowDataPacket } from 'mysql2/promise'

// A condition on the joined table turns a left join into an inner one.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       (SELECT content FROM messages
        WHERE conversation_id = c.id ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id
     WHERE c.is_archived = ? AND m.id IS NOT NULL GROUP BY c.id ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
