import type { RowDataPacket } from 'mysql2/promise'

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// It has an execute(), what else?
export async function listConversations(pool: any): Promise<Conversation[]> {
  const [rows] = await pool.execute(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
