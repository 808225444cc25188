import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// The time of birth in place of the last change.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY created_at DESC, id DESC`,
  )
  return rows
}
