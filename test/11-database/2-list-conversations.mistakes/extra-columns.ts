import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// Everything, since it is there.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.query<Conversation[]>(
    'SELECT * FROM conversations WHERE NOT is_archived ORDER BY updated_at DESC, id DESC',
  )
  return rows
}
