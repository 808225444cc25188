import { type Pool, type RowDataPacket } from 'mysql2/promise'

// What escapes is not escaped itself.
export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const pattern = `%${text.replace(/[%_]/g, '|$&')}%`
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE
       AND (c.title LIKE ? ESCAPE '|'
         OR EXISTS (SELECT 1 FROM messages AS m
           WHERE m.conversation_id = c.id AND m.content LIKE ? ESCAPE '|'))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
