import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT DISTINCT c.id, c.title, c.updated_at, COUNT(m.id) OVER (PARTITION BY c.id) AS messages,
       FIRST_VALUE(m.content) OVER (PARTITION BY c.id ORDER BY m.timestamp DESC, m.id DESC) AS last_message
     FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = ? ORDER BY updated_at DESC, id DESC`,
    [archived],
  )
  return rows
}
