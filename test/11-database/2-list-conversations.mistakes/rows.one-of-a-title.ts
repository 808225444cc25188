import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// Two conversations may have the same title.

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT MAX(id) AS id, title, MAX(updated_at) AS updated_at FROM conversations
     WHERE is_archived = FALSE GROUP BY title ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
