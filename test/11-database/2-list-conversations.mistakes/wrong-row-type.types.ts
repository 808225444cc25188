import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: string
}

// A TIMESTAMP comes as a Date, not as a string.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
