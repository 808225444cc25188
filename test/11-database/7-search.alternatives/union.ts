import type { Pool, RowDataPacket } from 'mysql2/promise'

interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// Two searches, and UNION removes the duplicates. A different escape character.
export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const pattern = `%${text.replaceAll(/[|%_]/g, '|$&')}%`
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE AND title LIKE ? ESCAPE '|'
     UNION
     SELECT c.id, c.title, c.updated_at FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE c.is_archived = FALSE AND m.content LIKE ? ESCAPE '|'
     ORDER BY updated_at DESC, id DESC`,
    [pattern, pattern],
  )
  return rows
}
