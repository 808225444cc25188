import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  messages: number
  last_message: string | null
}

// Two statements, however many conversations there are.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT id, title, updated_at FROM conversations WHERE is_archived = ? ORDER BY updated_at DESC, id DESC',
    [archived],
  )
  const [messages] = await connection.query<RowDataPacket[]>(
    `SELECT m.conversation_id, m.content FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE c.is_archived = ? ORDER BY m.timestamp, m.id`,
    [archived],
  )
  return rows.map((row) => {
    const own = messages.filter((message) => message.conversation_id === row.id)
    return {
      ...row,
      messages: own.length,
      last_message: own.at(-1)?.content ?? null,
    } as ConversationSummary
  })
}
