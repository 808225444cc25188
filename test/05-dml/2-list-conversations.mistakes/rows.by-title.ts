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
  const [conversations] = await connection.execute<ConversationSummary[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = ? ORDER BY updated_at DESC, id DESC`,
    [archived],
  )
  const [said] = await connection.execute<RowDataPacket[]>(
    `SELECT c.title, m.content FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE c.is_archived = ? ORDER BY m.timestamp, m.id`,
    [archived],
  )
  const contents = new Map<string, string[]>()
  for (const row of said) {
    const list = contents.get(row.title) ?? []
    list.push(row.content)
    contents.set(row.title, list)
  }
  return conversations.map((conversation) => {
    const list = contents.get(conversation.title) ?? []
    return { ...conversation, messages: list.length, last_message: list.at(-1) ?? null }
  })
}
