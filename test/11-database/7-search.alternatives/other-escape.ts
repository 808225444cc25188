import type { Pool, RowDataPacket } from 'mysql2/promise'

// Another character to escape with, and ids in a subquery.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function search(pool: Pool, text: string): Promise<Row[]> {
  const pattern = `%${text.replaceAll(/[!%_]/g, '!$&')}%`
  const [rows] = await pool.execute<Row[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE NOT is_archived AND (title LIKE ? ESCAPE '!'
       OR id IN (SELECT conversation_id FROM messages WHERE content LIKE ? ESCAPE '!'))
     ORDER BY updated_at DESC, id DESC`,
    [pattern, pattern],
  )
  return rows
}
