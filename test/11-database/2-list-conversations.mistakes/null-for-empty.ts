import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// No conversations are an answer, too.
export async function listConversations(pool: Pool): Promise<Conversation[] | null> {
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows.length > 0 ? rows : null
}
