import type { Pool, RowDataPacket } from 'mysql2/promise'

// Copied from the driver's documentation: rows, but of which columns?
export async function listConversations(pool: Pool): Promise<RowDataPacket[]> {
  const [rows] = await pool.execute<RowDataPacket[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
