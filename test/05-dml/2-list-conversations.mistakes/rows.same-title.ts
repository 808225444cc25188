import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  messages: number
  last_message: string | null
}

// One row for each title.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [rows] = await connection.execute<ConversationSummary[]>(
    `WITH latest AS (
       SELECT c.*, ROW_NUMBER() OVER (PARTITION BY c.title ORDER BY c.updated_at DESC, c.id DESC) AS n
       FROM conversations AS c WHERE c.is_archived = ?)
     SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       (SELECT content FROM messages WHERE conversation_id = c.id
        ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM latest AS c LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.n = 1 GROUP BY c.id, c.title, c.updated_at ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
