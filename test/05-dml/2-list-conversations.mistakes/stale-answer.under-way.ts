import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  messages: number
  last_message: string | null
}

const inFlight = new Map<boolean, Promise<ConversationSummary[]>>()

async function load(connection: Connection, archived: boolean): Promise<ConversationSummary[]> {
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages, (
       SELECT content FROM messages WHERE conversation_id = c.id
       ORDER BY timestamp DESC, id DESC LIMIT 1
     ) AS last_message
     FROM conversations AS c
     LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = ?
     GROUP BY c.id
     ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  return rows
}

export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  let running = inFlight.get(archived)
  if (!running) {
    running = load(connection, archived).finally(() => inFlight.delete(archived))
    inFlight.set(archived, running)
  }
  return running
}
