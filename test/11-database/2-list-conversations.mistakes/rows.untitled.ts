import type { Pool, RowDataPacket } from 'mysql2/promise'

// Those that nobody has named are left out.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function listConversations(pool: Pool): Promise<Row[]> {
  const [rows] = await pool.query<Row[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE NOT is_archived AND title <> 'New conversation' ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
