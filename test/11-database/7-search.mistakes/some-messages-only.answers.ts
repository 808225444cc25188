import type { Pool, RowDataPacket } from 'mysql2/promise'
export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}
export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  void pattern
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations c WHERE NOT c.is_archived AND (c.title LIKE ? OR EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND m.sender = 'ai' AND m.content LIKE ?)) ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
