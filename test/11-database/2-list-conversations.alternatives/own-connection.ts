import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// Its own connection, given back by itself.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  await using connection = await pool.getConnection()
  const [rows] = await connection.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE NOT is_archived ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
