import type { Pool, RowDataPacket } from 'mysql2/promise'

// The spaces at the ends are lost.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function listConversations(pool: Pool): Promise<Row[]> {
  const [rows] = await pool.query<Row[]>(
    'SELECT id, TRIM(title) AS title, updated_at FROM conversations WHERE NOT is_archived ORDER BY updated_at DESC, id DESC',
  )
  return rows
}
