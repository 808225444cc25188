import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  messages: number
  last_message: string | null
}

// If there is none, there is nothing more to ask.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = ? ORDER BY updated_at DESC, id DESC`,
    [archived],
  )
  if (rows.length === 0) return rows
  const [all] = await connection.query<RowDataPacket[]>(
    `SELECT conversation_id, content FROM messages
     WHERE conversation_id IN (?) ORDER BY timestamp, id`,
    [rows.map(({ id }) => id)],
  )
  for (const row of rows) {
    const own = all.filter((one) => one.conversation_id === row.id)
    row.messages = own.length
    row.last_message = own.at(-1)?.content ?? null
  }
  return rows
}
