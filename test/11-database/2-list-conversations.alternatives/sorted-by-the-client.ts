import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// The server picks, the client sorts.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.query<Conversation[]>(
    'SELECT id, title, updated_at FROM conversations WHERE is_archived = 0',
  )
  return rows.toSorted((a, b) => Number(b.updated_at) - Number(a.updated_at) || b.id - a.id)
}
