import type { Connection, RowDataPacket } from 'mysql2/promise'
export interface ConversationSummary extends RowDataPacket {
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
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       SUBSTRING(MAX(CONCAT(m.timestamp, m.id, '|', m.content)), LOCATE('|', MAX(CONCAT(m.timestamp, m.id, '|', m.content))) + 1) AS last_message
     FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id
     WHERE c.is_archived = ? GROUP BY c.id ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
