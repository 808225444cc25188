import type { Pool, RowDataPacket } from 'mysql2/promise'

// What was found for a text is remembered until the list changes.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

const known = new Map<string, Row[]>()

export async function search(pool: Pool, text: string): Promise<Row[]> {
  const [found] = await pool.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS count, MAX(updated_at) AS newest FROM conversations',
  )
  const key = JSON.stringify([text, found])
  const old = known.get(key)
  if (old) return old
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const [rows] = await pool.execute<Row[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE AND (c.title LIKE ? OR EXISTS (
       SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND m.content LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  known.set(key, rows)
  return rows
}
