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
    `SELECT c.* FROM conversations c WHERE NOT c.is_archived AND (c.title LIKE ? OR c.id IN (SELECT conversation_id FROM messages WHERE content LIKE ?)) ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
