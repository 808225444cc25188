import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// The time is read as Greenwich time, and as Moscow time.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.query<Conversation[]>(
    'SELECT id, title, DATE_ADD(updated_at, INTERVAL 3 HOUR) AS updated_at FROM conversations WHERE NOT is_archived ORDER BY conversations.updated_at DESC, id DESC',
  )
  return rows
}
