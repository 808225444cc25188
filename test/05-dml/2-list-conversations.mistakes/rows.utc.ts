import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  messages: number
  last_message: string | null
}

// The text of a time, read in the zone of this computer.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT c.id, c.title, CAST(c.updated_at AS CHAR) AS updated_at, COUNT(m.id) AS messages,
       (SELECT content FROM messages WHERE conversation_id = c.id
        ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = ? GROUP BY c.id ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  for (const row of rows) row.updated_at = new Date(`${String(row.updated_at).replace(' ', 'T')}Z`)
  return rows
}
