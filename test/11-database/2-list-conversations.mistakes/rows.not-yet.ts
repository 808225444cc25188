import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// Nobody asked for that condition.

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE AND updated_at <= NOW() ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
