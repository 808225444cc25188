import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `WITH places AS (
       SELECT conversation_id, content,
         ROW_NUMBER() OVER (PARTITION BY conversation_id ORDER BY timestamp DESC, id DESC) AS place,
         COUNT(*) OVER (PARTITION BY conversation_id) AS messages
       FROM messages
     )
     SELECT c.id, c.title, c.updated_at, IFNULL(p.messages, 0) AS messages, p.content AS last_message
     FROM places AS p
     RIGHT JOIN conversations AS c ON c.id = p.conversation_id AND p.place = 1
     WHERE c.is_archived IS ${archived ? 'TRUE' : 'FALSE'}
     ORDER BY c.updated_at DESC, c.id DESC`,
  )
  return rows
}
