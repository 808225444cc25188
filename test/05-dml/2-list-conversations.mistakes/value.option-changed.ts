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

// The option is turned into a number.
/**
 * Lists the active conversations, or the archived ones, each with the number of its messages and the newest of them.
 * The conversation that changed last comes first; of those that changed within one second, the one with the higher id.
 */
export async function listConversations(
  connection: Connection,
  options: { archived: boolean },
): Promise<ConversationSummary[]> {
  if (typeof options.archived === 'boolean')
    (options as { archived: unknown }).archived = Number(options.archived)
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       (SELECT content FROM messages
        WHERE conversation_id = c.id ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations AS c
     LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = ?
     GROUP BY c.id
     ORDER BY c.updated_at DESC, c.id DESC`,
    [options.archived],
  )
  return rows
}
