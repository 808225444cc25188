import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// A regular expression in which every character stands for itself.
export async function search(pool: Pool, text: string): Promise<Found[]> {
  const special = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const [rows] = await pool.execute<Found[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE NOT c.is_archived AND (CHAR_LENGTH(?) = 0 OR c.title REGEXP ? OR EXISTS (
       SELECT * FROM messages AS m WHERE m.conversation_id = c.id AND m.content REGEXP ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [special, special || 'x', special || 'x'],
  )
  return rows
}
