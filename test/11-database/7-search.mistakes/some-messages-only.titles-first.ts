import type { Pool, RowDataPacket } from 'mysql2/promise'

// When a title has it, the messages of the others are not searched.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function search(pool: Pool, text: string): Promise<Row[]> {
  const [titles] = await pool.execute<Row[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE AND LOCATE(?, title) ORDER BY updated_at DESC, id DESC`,
    [text],
  )
  if (titles.length > 0) return titles
  const [rows] = await pool.execute<Row[]>(
    `SELECT id, title, updated_at FROM conversations AS c
     WHERE is_archived = FALSE AND EXISTS (
       SELECT 1 FROM messages WHERE conversation_id = c.id AND LOCATE(?, content))
     ORDER BY updated_at DESC, id DESC`,
    [text],
  )
  return rows
}
