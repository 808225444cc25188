import { type Pool, type RowDataPacket } from 'mysql2/promise'

// A blank counts as no text.
export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

const contains = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const pattern = text.trim() ? contains(text) : '%'
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE
       AND (c.title LIKE ?
         OR EXISTS (SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND m.content LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
