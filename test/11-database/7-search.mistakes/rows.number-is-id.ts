import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// A number may be a text.
export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE
       AND (c.id = ? OR c.title LIKE ? OR EXISTS (
         SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND m.content LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [/^\d+$/.test(text) ? text : null, pattern, pattern],
  )
  return rows
}
