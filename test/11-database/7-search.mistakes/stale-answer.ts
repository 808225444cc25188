import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// What was searched once is not searched again.
const known = new Map<string, Found[]>()

export async function search(pool: Pool, text: string): Promise<Found[]> {
  const old = known.get(text)
  if (old) return old
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await pool.execute<Found[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE NOT c.is_archived AND (c.title LIKE ? OR EXISTS (
       SELECT * FROM messages AS m WHERE m.conversation_id = c.id AND m.content LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  known.set(text, rows)
  return rows
}
