import type { Pool, RowDataPacket } from 'mysql2/promise'

// Any type will do, somebody in a hurry thought.
export async function search(pool: Pool, text: string): Promise<any[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await pool.execute<RowDataPacket[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE
       AND (c.title LIKE ? OR EXISTS (
         SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND m.content LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
