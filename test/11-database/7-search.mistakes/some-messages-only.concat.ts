import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// All messages in one string, as far as it goes.
export async function search(pool: Pool, text: string): Promise<Found[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await pool.execute<Found[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE NOT c.is_archived AND (c.title LIKE ? OR EXISTS (
       SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND TRUE
       HAVING GROUP_CONCAT(m.content) LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
