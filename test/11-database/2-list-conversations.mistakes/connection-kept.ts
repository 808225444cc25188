import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// Never gives the connection back.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const connection = await pool.getConnection()
  const [rows] = await connection.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
