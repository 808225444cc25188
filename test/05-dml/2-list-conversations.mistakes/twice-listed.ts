import type { Connection, RowDataPacket } from 'mysql2/promise'

// Two messages in the last second: two rows.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT c.id, c.title, c.updated_at,
       (SELECT COUNT(*) FROM messages WHERE conversation_id = c.id) AS messages, m.content AS last_message
     FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id
       AND m.timestamp = (SELECT MAX(timestamp) FROM messages WHERE conversation_id = c.id)
     WHERE c.is_archived = ? ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
