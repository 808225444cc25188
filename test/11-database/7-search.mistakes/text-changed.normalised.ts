import type { Pool, RowDataPacket } from 'mysql2/promise'

// The text is composed.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function search(pool: Pool, text: string): Promise<Row[]> {
  const pattern = `%${text.normalize().replaceAll(/[\\%_]/g, '\\$&')}%`
  const [rows] = await pool.execute<Row[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE AND (c.title LIKE ? OR EXISTS (
       SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND m.content LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
