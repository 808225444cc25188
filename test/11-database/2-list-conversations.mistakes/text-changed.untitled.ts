import type { Pool, RowDataPacket } from 'mysql2/promise'

// An empty title is filled in.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function listConversations(pool: Pool): Promise<Row[]> {
  const [rows] = await pool.query<Row[]>(
    'SELECT id, title, updated_at FROM conversations WHERE NOT is_archived ORDER BY updated_at DESC, id DESC',
  )
  for (const row of rows) row.title ||= 'New conversation'
  return rows
}
