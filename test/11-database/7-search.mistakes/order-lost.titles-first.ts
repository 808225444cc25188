import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// What is found by its title comes first, each half in the right order.
export async function search(pool: Pool, text: string): Promise<Row[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const [titled] = await pool.execute<Row[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE AND title LIKE ? ORDER BY updated_at DESC, id DESC`,
    [pattern],
  )
  const [others] = await pool.execute<Row[]>(
    `SELECT id, title, updated_at FROM conversations AS c
     WHERE is_archived = FALSE AND title NOT LIKE ? AND EXISTS (
       SELECT 1 FROM messages WHERE conversation_id = c.id AND content LIKE ?)
     ORDER BY updated_at DESC, id DESC`,
    [pattern, pattern],
  )
  return [...titled, ...others]
}
