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
    `SELECT id, title, updated_at,
       (SELECT COUNT(*) FROM messages WHERE conversation_id = c.id) AS messages,
       (SELECT content FROM messages
        WHERE conversation_id = c.id ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations c WHERE is_archived = ? ORDER BY updated_at DESC, id DESC`,
    [archived],
  )
  return rows
}
