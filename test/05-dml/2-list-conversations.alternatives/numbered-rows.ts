import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  messages: number
  last_message: string | null
}

// A window function numbers the messages of each conversation from the newest.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT c.id, c.title, c.updated_at, COALESCE(m.total, 0) AS messages, m.content AS last_message
     FROM conversations c
     LEFT JOIN (
       SELECT conversation_id, content, COUNT(*) OVER (PARTITION BY conversation_id) AS total,
         ROW_NUMBER() OVER (PARTITION BY conversation_id ORDER BY timestamp DESC, id DESC) AS place
       FROM messages
     ) m ON m.conversation_id = c.id AND m.place = 1
     WHERE c.is_archived = ? ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
