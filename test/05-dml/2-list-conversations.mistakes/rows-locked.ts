// Locks what it reads until the end of the caller's transaction.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  /** How many messages it has; 0 when it is empty. */
  messages: number
  /** The text of its newest message; null when it is empty. */
  last_message: string | null
}

export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT c.id, c.title, c.updated_at,
       (SELECT COUNT(*) FROM messages WHERE conversation_id = c.id) AS messages,
       (SELECT content FROM messages WHERE conversation_id = c.id
        ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations AS c WHERE c.is_archived = ?
     ORDER BY c.updated_at DESC, c.id DESC
     LOCK IN SHARE MODE`,
    [archived],
  )
  return rows
}
