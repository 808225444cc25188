import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  messages: number
  last_message: string | null
}

export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages, MAX(newest.content) AS last_message
     FROM conversations c
     LEFT JOIN messages m ON m.conversation_id = c.id
     LEFT JOIN LATERAL (
       SELECT content FROM messages WHERE conversation_id = c.id ORDER BY timestamp DESC, id DESC LIMIT 1
     ) newest ON TRUE
     WHERE c.is_archived = ? GROUP BY c.id, c.title, c.updated_at ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
