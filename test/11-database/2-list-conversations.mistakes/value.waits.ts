import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

// A list needs no locks: it waits for everybody who is writing.

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC FOR SHARE`,
  )
  return rows
}
