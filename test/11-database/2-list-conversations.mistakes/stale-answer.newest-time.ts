import type { Pool, RowDataPacket } from 'mysql2/promise'

// It asks for the list only when the newest time or the number has changed.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

let known: { key: string; rows: Row[] } | undefined

export async function listConversations(pool: Pool): Promise<Row[]> {
  const [found] = await pool.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS count, MAX(updated_at) AS newest, SUM(is_archived) AS archived FROM conversations',
  )
  const key = JSON.stringify(found)
  if (known?.key === key) return structuredClone(known.rows)
  const [rows] = await pool.query<Row[]>(
    'SELECT id, title, updated_at FROM conversations WHERE NOT is_archived ORDER BY updated_at DESC, id DESC',
  )
  known = { key, rows }
  return structuredClone(rows)
}
