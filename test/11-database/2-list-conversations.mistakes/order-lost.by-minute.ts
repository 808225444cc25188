import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'

// Two changes of one minute are in the order of their ids.

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

/**
 * Lists the conversations that are not archived. The one that changed last comes first; of those that changed in one
 * second, the one with the higher id.
 */
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY UNIX_TIMESTAMP(updated_at) DIV 60 DESC, id DESC`,
  )
  return rows
}
