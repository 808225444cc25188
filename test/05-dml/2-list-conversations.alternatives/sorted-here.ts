import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listConversations(
  connection: Connection,
  options: { archived: boolean },
): Promise<RowDataPacket[]> {
  const { archived } = options
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages, (SELECT content FROM messages WHERE conversation_id = c.id ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id WHERE c.is_archived = ? GROUP BY c.id`,
    [archived],
  )
  return rows.toSorted((a, b) => b.updated_at - a.updated_at || b.id - a.id)
}
