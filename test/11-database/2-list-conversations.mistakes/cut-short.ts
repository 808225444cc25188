import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// A hundred are enough for anybody.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.query<Conversation[]>(
    'SELECT id, title, updated_at FROM conversations WHERE NOT is_archived ORDER BY updated_at DESC, id DESC LIMIT 100',
  )
  return rows
}
