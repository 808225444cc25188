import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  /** How many messages it holds; 0 when it is empty. */
  messages: number
  /** The text of its newest message; null when it is empty. */
  last_message: string | null
}

// Begins a transaction, whatever the caller has begun.
export async function listConversations(
  connection: Connection,
  options: { archived: boolean },
): Promise<ConversationSummary[]> {
  await connection.beginTransaction()
  try {
    const answer = await ask(connection, options)
    await connection.commit()
    return answer
  } catch (error) {
    await connection.rollback()
    throw error
  }
}

async function ask(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       (SELECT content FROM messages
        WHERE conversation_id = c.id ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations AS c
     LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = ?
     GROUP BY c.id
     ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}
