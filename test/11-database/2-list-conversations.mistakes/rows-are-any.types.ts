import type { Pool, RowDataPacket } from 'mysql2/promise'

// Any type will do, somebody in a hurry thought.
export async function listConversations(pool: Pool): Promise<any[]> {
  const [rows] = await pool.execute<RowDataPacket[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
