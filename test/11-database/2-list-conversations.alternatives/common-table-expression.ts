import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// Names the active ones first.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Conversation[]>(
    `WITH active AS (SELECT * FROM conversations WHERE is_archived IS FALSE)
     SELECT id, title, updated_at FROM active ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
