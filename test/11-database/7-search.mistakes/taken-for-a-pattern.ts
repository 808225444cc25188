import type { Pool, PoolConnection, RowDataPacket, ResultSetHeader } from 'mysql2/promise'
export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}
export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const pattern = text.replace(/\\/g, '\\\\')
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT id, title, updated_at FROM conversations c WHERE is_archived = FALSE AND (title REGEXP ? OR EXISTS (
       SELECT * FROM messages m WHERE m.conversation_id = c.id AND m.content REGEXP ?)) ORDER BY updated_at DESC, id DESC`,
    [pattern, pattern],
  )
  return rows
}
