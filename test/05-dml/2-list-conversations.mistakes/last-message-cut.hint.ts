import type { Connection, RowDataPacket } from 'mysql2/promise'

// A line of dashes ends a message.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT /*+ SET_VAR(group_concat_max_len = 4294967295) */
       c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       SUBSTRING_INDEX(GROUP_CONCAT(m.content ORDER BY m.timestamp DESC, m.id DESC SEPARATOR '\\n---\\n'), '\\n---\\n', 1) AS last_message
     FROM conversations AS c
     LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = ?
     GROUP BY c.id
     ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
