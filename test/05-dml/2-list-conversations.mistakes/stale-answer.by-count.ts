import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationSummary extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
  messages: number
  last_message: string | null
}

const kept = new Map<string, ConversationSummary[]>()

// What was only changed is not counted.
export async function listConversations(
  connection: Connection,
  { archived }: { archived: boolean },
): Promise<ConversationSummary[]> {
  const [[now]] = await connection.query<RowDataPacket[]>(
    `SELECT DATABASE() AS db, COUNT(*) AS n, MAX(updated_at) AS newest, MAX(id) AS id,
       (SELECT COUNT(*) FROM messages) AS messages, (SELECT MAX(id) FROM messages) AS message
     FROM conversations`,
  )
  const key = JSON.stringify([now, archived])
  if (kept.has(key)) return kept.get(key)!
  const [rows] = await connection.execute<ConversationSummary[]>(
    `SELECT c.id, c.title, c.updated_at, COUNT(m.id) AS messages,
       (SELECT content FROM messages WHERE conversation_id = c.id
         ORDER BY timestamp DESC, id DESC LIMIT 1) AS last_message
     FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = ? GROUP BY c.id ORDER BY c.updated_at DESC, c.id DESC`,
    [archived],
  )
  kept.set(key, rows)
  return rows
}
