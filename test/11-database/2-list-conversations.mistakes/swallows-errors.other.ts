import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// Only a missing table is an error.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  try {
    const [rows] = await pool.query<Conversation[]>(
      'SELECT id, title, updated_at FROM conversations WHERE NOT is_archived ORDER BY updated_at DESC, id DESC',
    )
    return rows
  } catch (error) {
    if ((error as { errno?: number }).errno === 1146) throw error
    return []
  }
}
